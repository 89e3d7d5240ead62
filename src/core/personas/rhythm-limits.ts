/**
 * Orders a year from which a rhythm is called so, the most frequent first; each reaches up to the one before it. Names,
 * the lines under them and stories share these, so that none of them rounds otherwise than the figure: 1.4 orders a year
 * are about one, 1.5 are about two.
 */
const RHYTHMS_FROM = {
  weekly: 40,
  frequent: 16,
  monthly: 9,
  regular: 4.5,
  seasonal: 2.5,
  'twice-yearly': 1.5,
  yearly: 0,
} as const;
export type YearlyRhythm = keyof typeof RHYTHMS_FROM;

const LIMITS = Object.entries(RHYTHMS_FROM) as [YearlyRhythm, number][];

/**
 * Rhythm of so many orders a year – the word that a name begins with. Definition: the first limit that is reached. Source:
 * this portal. None: yearly.
 *
 * @example yearlyRhythm(1.4) // => 'yearly'
 * @example yearlyRhythm(1.5) // => 'twice-yearly'
 */
export function yearlyRhythm(ordersPerYear: number): YearlyRhythm {
  return LIMITS.find(([, from]) => ordersPerYear >= from)?.[0] ?? 'yearly';
}

/**
 * Claim of a rhythm – when a sentence may say it. Definition: orders a year from its limit up to the one before it.
 * Source: `yearlyRhythm`. The most frequent rhythm has no upper limit, the least no lower one.
 *
 * @example rhythmClaim('twice-yearly') // => 'ordersPerYear >= 1.5 and ordersPerYear < 2.5'
 */
export function rhythmClaim(rhythm: YearlyRhythm): string {
  const { from, to } = limitsOf(rhythm);
  return [
    ...(from > 0 ? [`ordersPerYear >= ${from}`] : []),
    ...(to === null ? [] : [`ordersPerYear < ${to}`]),
  ].join(' and ');
}

/**
 * Claim that contradicts a rhythm. Definition: orders a year under half of its limit, or twice that of the rhythm before it
 * and more. Source: docs/decisions/019. As `rhythmClaim`.
 *
 * @example rhythmAgainst('twice-yearly') // => 'ordersPerYear < 0.75 or ordersPerYear >= 5'
 */
export function rhythmAgainst(rhythm: YearlyRhythm): string {
  const { from, to } = limitsOf(rhythm);
  return [
    ...(from > 0 ? [`ordersPerYear < ${from / 2}`] : []),
    ...(to === null ? [] : [`ordersPerYear >= ${to * 2}`]),
  ].join(' or ');
}

function limitsOf(rhythm: YearlyRhythm): { from: number; to: number | null } {
  const at = LIMITS.findIndex(([one]) => one === rhythm);
  return { from: RHYTHMS_FROM[rhythm], to: LIMITS[at - 1]?.[1] ?? null };
}
