import { formatValue } from '#core/format/format-value.ts';
import type { Formats } from '#core/format/formats.ts';
import type { Comparison } from '#core/schemas/insight.ts';
import type { SampleRatio } from '#core/statistics/sample-ratio.ts';
import type { ArmCounts, RateBase } from './arm-counts.ts';
import { armRate } from './arm-rate.ts';
import { COMPLAINT_LIMIT, COMPLAINT_TARGET, complaintLine } from './complaint-line.ts';

/** Under so many events in an arm, one more or less changes the picture. */
const FEW_EVENTS = 5;

/** What the notes are written from. */
export interface NotedResult {
  arms: readonly ArmCounts[];
  base: RateBase;
  ratio: SampleRatio | null;
  comparisons: readonly Comparison[];
  /** Holm-adjusted p-values of the primary comparisons, by arm. */
  adjusted: ReadonlyMap<string, number>;
  floor: number;
  /** How the portal writes a share. */
  formats: Formats;
}

/**
 * Result notes – what limits a result, each in one sentence.
 * Definition: sample ratio, base of rates, missing counts, few events, many comparisons, fixed complaint lines.
 * Source: limits that GrowthBook prints with experiments, and Google's sender guidelines.
 * Empty case: nothing to note gives none.
 * @example resultNotes({ arms: [], base: 'delivered', ratio: null, comparisons: [], adjusted: new Map(), floor: 10, formats: { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' } }) // => []
 */
export function resultNotes(result: NotedResult): string[] {
  return [
    ...ratioNotes(result),
    ...baseNotes(result),
    ...missingNotes(result),
    ...fewNotes(result),
    ...manyNotes(result),
    ...complaintNotes(result),
  ];
}

function ratioNotes({ ratio }: NotedResult): string[] {
  if (ratio?.mismatch) {
    return [
      `Sample ratio mismatch: a random split would give group sizes like these in fewer than one of a thousand campaigns (${shortP(ratio.pValue)}). Find out who is missing before believing the result.`,
    ];
  }
  return ratio?.plan === 'assumed'
    ? [
        `The groups were not of equal size; taken to be planned as ${ratio.shares.map((share) => Math.round(share * 100)).join(' : ')}. If the plan was another, the split was not random.`,
      ]
    : [];
}

function baseNotes({ arms, base }: NotedResult): string[] {
  return base === 'recipients' && arms.length > 0
    ? ['Counted per person in the group, because not every group was sent something.']
    : [];
}

function missingNotes({ comparisons }: NotedResult): string[] {
  const missing = comparisons.filter(({ verdict }) => verdict === 'not-compared');
  const metrics = [...new Set(missing.map(({ metric }) => `${metric}s`))];
  return metrics.length > 0
    ? [
        `Not compared in every group, because counts are missing or too small: ${metrics.join(', ')}.`,
      ]
    : [];
}

function fewNotes({ arms, comparisons }: NotedResult): string[] {
  const primary = comparisons.find(({ role }) => role === 'primary');
  if (!primary) return [];
  const event = primary.metric === 'order' ? 'orders' : 'clicks';
  const few = arms.some((arm) => (arm[event] ?? FEW_EVENTS) < FEW_EVENTS);
  return few
    ? [`A group has fewer than ${FEW_EVENTS} ${event}: one more or less would change the picture.`]
    : [];
}

function manyNotes({ adjusted, arms }: NotedResult): string[] {
  if (adjusted.size < 2) return [];
  const named = [...adjusted].map(([id, p]) => {
    const name = arms.find((arm) => arm.id === id)?.name ?? id;
    return `“${name}” ${shortP(p)}`;
  });
  return [
    `${adjusted.size} groups are compared with the same one, and the more one looks, the more chance will find. Clear is only what holds after allowing for that (Holm’s method: ${named.join(', ')}).`,
  ];
}

function complaintNotes({ arms, base, floor, formats }: NotedResult): string[] {
  const from = (share: number): string =>
    `from ${formatValue(share, 'ratio', formats)} or more of its recipients`;
  return arms.flatMap((arm) => {
    const rate = armRate(arm, 'complaints', base, floor);
    const line = rate.status === 'ok' ? complaintLine(rate.value) : 'fine';
    if (line === 'fine') return [];
    return line === 'over-limit'
      ? [
          `“${arm.name}” drew spam complaints ${from(COMPLAINT_LIMIT)}: mailbox providers ask never to reach that.`,
        ]
      : [
          `“${arm.name}” drew spam complaints ${from(COMPLAINT_TARGET)}: mailbox providers ask to stay below.`,
        ];
  });
}

function shortP(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`;
}
