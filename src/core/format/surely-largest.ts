import { OTHER_PART, type Breakdown } from '#core/schemas/persona.ts';

type Part = Pick<Breakdown['rows'][number], 'label' | 'share' | 'interval'>;

/**
 * Surely largest – the part that may be called the main one: main brand, busiest day. Definition: the largest share that
 * is shown, if all that is hidden or in "Other" is smaller together: else what has no name may be most of it. Ties go to
 * the earlier part; "Other" is no part. Source: its own. Only hidden parts: undefined.
 *
 * @example surelyLargest([{ label: 'Fell', share: 0.6 }, { label: 'Other', share: 0.4 }])?.label // => 'Fell'
 * @example surelyLargest([{ label: 'Fell', share: 0.4 }, { label: 'Other', share: 0.6 }]) // => undefined
 */
export function surelyLargest<One extends Part>(
  parts: readonly One[],
): (One & { share: number }) | undefined {
  const named = parts.flatMap((part) =>
    part.share === null || part.label === OTHER_PART ? [] : [{ ...part, share: part.share }],
  );
  const [largest] = named.toSorted((a, b) => b.share - a.share);
  if (!largest || largest.share === 0) return undefined;
  const isWhole = named.length === parts.length;
  const rest = 1 - named.reduce((sum, { share }) => sum + share, 0);
  return isWhole || largest.share > rest ? largest : undefined;
}

/**
 * Surely strongest – the month or day that may be named. Months and days differ by chance alone, so that one of them is
 * always the first. Definition: the largest part (`surelyLargest`) where its interval lies above those of all others.
 * Source: its own. Without an interval: undefined.
 *
 * @example surelyStrongest([{ label: 'May', share: 0.6 }, { label: 'June', share: 0.4 }]) // => undefined
 */
export function surelyStrongest<One extends Part>(
  parts: readonly One[],
): (One & { share: number }) | undefined {
  const largest = surelyLargest(parts);
  const low = largest?.interval?.low ?? 0;
  const rest = 1 - parts.reduce((sum, { share }) => sum + (share ?? 0), 0);
  const atMost = ({ share, interval }: Part): number =>
    share === null ? rest : share === 0 ? 0 : (interval?.high ?? 1);
  const others = parts.filter(({ label }) => label !== largest?.label);
  return others.every((part) => atMost(part) < low) ? largest : undefined;
}
