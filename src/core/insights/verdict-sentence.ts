import type { Comparison, Verdict } from '#core/schemas/insight.ts';

const WORDS = {
  order: 'orders',
  click: 'clicks',
  unsubscribe: 'unsubscribes',
  complaint: 'spam complaints',
} as const;

/**
 * Verdict sentence – what came out, in one sentence without figures: they stand beside it in the reader's own form.
 * Definition: names the arm with the clearest result on the primary metric; clear harm is part of the same sentence.
 * Source: this portal.
 * Empty case: without a comparison it says so.
 * @example verdictSentence([], () => '') // => 'There is nothing to compare.'
 */
export function verdictSentence(
  comparisons: readonly Comparison[],
  nameOf: (id: string) => string,
): string {
  const primary = comparisons.filter(({ role }) => role === 'primary');
  const told = headline(primary);
  if (!told || told.verdict === 'not-compared') {
    return primary.length > 0
      ? 'The arms cannot be compared: counts are missing or too small.'
      : 'There is nothing to compare.';
  }
  const arm = `“${nameOf(told.variant)}”`;
  const reference = `“${nameOf(told.reference)}”`;
  const harms = comparisons
    .filter(
      ({ role, verdict, variant }) =>
        role === 'guardrail' && verdict === 'worse' && variant === told.variant,
    )
    .map(({ metric }) => WORDS[metric]);
  const harm = harms.length === 0 ? '' : `clearly more ${harms.join(' and ')}`;
  switch (told.verdict) {
    case 'better':
      return `${arm} brought clearly more ${WORDS[told.metric]} than ${reference}${harm && `, but also ${harm}`}.`;
    case 'worse':
      return `${arm} brought clearly fewer ${WORDS[told.metric]} than ${reference}${harm && ` and ${harm}`}.`;
    case 'no-clear-difference':
      return `No clear difference in ${WORDS[told.metric]} between ${arm} and ${reference}${harm && `, but ${arm} brought ${harm}`}.`;
  }
}

/**
 * Headline comparison – the one that the page opens with.
 * Definition: better before worse before unclear, and among equals the largest difference.
 * Source: this portal.
 * Empty case: undefined without comparisons.
 * @example headline([]) // => undefined
 */
export function headline(comparisons: readonly Comparison[]): Comparison | undefined {
  const rank: Record<Verdict, number> = {
    better: 0,
    worse: 1,
    'no-clear-difference': 2,
    'not-compared': 3,
  };
  const size = ({ difference }: Comparison) => Math.abs(difference.value ?? 0);
  return [...comparisons].sort((a, b) => rank[a.verdict] - rank[b.verdict] || size(b) - size(a))[0];
}
