import type { Comparison, EvidenceGrade, Verdict } from '#core/schemas/insight.ts';
import { clearCosts } from './clear-costs.ts';

const WORDS = {
  order: 'orders',
  click: 'clicks',
  unsubscribe: 'unsubscribes',
  complaint: 'spam complaints',
} as const;

/**
 * Verdict sentence – what came out, in one sentence without figures: they stand beside it in the reader's own form.
 * Definition: names the arm with the clearest result on the primary metric; what it clearly cost, or spared, is part of
 * the same sentence, and where nothing else differs clearly, which group cost more.
 * Groups that were split at random "brought" what they show; others "had" it, and a clear difference says that its
 * cause is open.
 * Source: this portal.
 * Empty case: without a comparison it says so.
 * @example verdictSentence([], 'D', () => '') // => 'There is nothing to compare.'
 */
export function verdictSentence(
  comparisons: readonly Comparison[],
  grade: EvidenceGrade,
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
  const own = clearCosts(comparisons.filter(({ variant }) => variant === told.variant));
  const costOf = (id: string, words: string): string => {
    const metrics = own.find(({ variant }) => variant === id)?.metrics ?? [];
    return metrics.length === 0
      ? ''
      : `clearly ${words} ${metrics.map((metric) => WORDS[metric]).join(' and ')}`;
  };
  const harm = costOf(told.variant, 'more');
  const spared = costOf(told.reference, 'fewer');
  const did = grade === 'A' ? 'brought' : 'had';
  const why = grade === 'A' ? '' : ' The groups may have differed before, so it does not say why.';
  switch (told.verdict) {
    case 'better':
      return `${arm} ${did} clearly more ${WORDS[told.metric]} than ${reference}${harm && `, but also ${harm}`}${spared && `, and ${spared}`}.${why}`;
    case 'worse':
      return `${arm} ${did} clearly fewer ${WORDS[told.metric]} than ${reference}${harm && ` and ${harm}`}${spared && `, but also ${spared}`}.${why}`;
    case 'no-clear-difference':
      return `No clear difference in ${WORDS[told.metric]} between ${arm} and ${reference}${costs(comparisons, nameOf)}.`;
  }
}

/** Of every group that cost clearly more: ", but “A” had clearly more unsubscribes". */
function costs(comparisons: readonly Comparison[], nameOf: (id: string) => string): string {
  const told = clearCosts(comparisons).map(
    ({ variant, metrics }) =>
      `“${nameOf(variant)}” had clearly more ${metrics.map((metric) => WORDS[metric]).join(' and ')}`,
  );
  return told.length === 0 ? '' : `, but ${told.join(', and ')}`;
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
