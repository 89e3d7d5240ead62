/** A distribution: how many have a value up to each edge, above the last one, and none at all. */
export interface Bins {
  /** Ascending; a value belongs to the first edge that it does not exceed. */
  edges: number[];
  /** One more than edges, and one of missing values. */
  counts: number[];
}

/**
 * Bins that each hold enough – so that a few customers do not make a distribution look changed. Definition: from the
 * left, a bin with less than the share of all is joined with the next, the last one with the one before; missing values
 * stay apart. Source: Siddiqi (2006): at least 5% in each. Nobody at all leaves one bin.
 *
 * @example mergeSmallBins({ edges: [1, 2], counts: [50, 1, 49, 0] }, 0.05) // => { edges: [1], counts: [50, 50, 0] }
 */
export function mergeSmallBins({ edges, counts }: Bins, smallestShare: number): Bins {
  const missing = counts.at(-1) ?? 0;
  const all = counts.reduce((sum, count) => sum + count, 0);
  const merged: { edge: number; count: number }[] = [];
  let held = 0;
  counts.slice(0, -1).forEach((count, bin) => {
    held += count;
    const edge = edges[bin] ?? Infinity;
    const last = merged.at(-1);
    if (held > 0 && held >= smallestShare * all) {
      merged.push({ edge, count: held });
      held = 0;
    } else if (edge === Infinity && last) {
      last.edge = Infinity;
      last.count += held;
    } else if (edge === Infinity) {
      merged.push({ edge, count: held });
    }
  });
  // Above the last edge there may be nobody: then its bin reaches as far as there are numbers.
  const top = merged.at(-1);
  if (top) top.edge = Infinity;
  return {
    edges: merged.slice(0, -1).map(({ edge }) => edge),
    counts: [...merged.map(({ count }) => count), missing],
  };
}
