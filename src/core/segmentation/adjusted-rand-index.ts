/**
 * Adjusted Rand index – how far two groupings of the same customers agree: 1 fully, about 0 by chance alone.
 * Definition: (index − expected) ÷ (largest − expected) over all pairs. Source: Hubert and Arabie (1985). No rows, or
 * two groupings without any choice (all in one, or each alone), give 1.
 *
 * @throws RangeError for groupings of different length
 * @example adjustedRandIndex(['a', 'a', 'b', 'b'], [1, 1, 0, 0]) // => 1
 */
export function adjustedRandIndex(
  first: readonly (string | number)[],
  second: readonly (string | number)[],
): number {
  if (first.length !== second.length) throw new RangeError('Expected groupings of the same rows');
  const cells = new Map<string, number>();
  const rows = new Map<string | number, number>();
  const columns = new Map<string | number, number>();
  first.forEach((label, index) => {
    const other = second[index] ?? '';
    count(cells, JSON.stringify([label, other]));
    count(rows, label);
    count(columns, other);
  });
  const together = pairs(cells.values());
  const inFirst = pairs(rows.values());
  const inSecond = pairs(columns.values());
  const all = (first.length * (first.length - 1)) / 2;
  const expected = all > 0 ? (inFirst * inSecond) / all : 0;
  const largest = (inFirst + inSecond) / 2;
  return largest === expected ? 1 : (together - expected) / (largest - expected);
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function pairs(sizes: Iterable<number>): number {
  let sum = 0;
  for (const size of sizes) sum += (size * (size - 1)) / 2;
  return sum;
}
