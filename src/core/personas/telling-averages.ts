import type { ColumnSums, DescribedColumn } from './table-facts.ts';

/** What is told of the columns, Portrait by Portrait. */
export interface ToldColumns {
  columns: readonly DescribedColumn[];
  all: readonly ColumnSums[];
  personas: readonly {
    /** Sums of each column. */
    own: readonly ColumnSums[];
    /** Labels of the columns that its facts tell. */
    told: ReadonlySet<string>;
  }[];
}

/**
 * Columns whose average would tell of a handful – where every Portrait but one tells a column, the average of all
 * customers tells the last. Definition: all customers less the Portraits that tell the column leave 1 to floor − 1
 * people with a value, or of a share with or without it. Source: Hundepool et al. (2012), Statistical Disclosure
 * Control, chapter 4. No columns: none.
 *
 * @example tellingAverages({ columns: [], all: [], personas: [] }, 10).size // => 0
 */
export function tellingAverages(
  { columns, all, personas }: ToldColumns,
  floor: number,
): ReadonlySet<string> {
  const isFew = (people: number): boolean => people > 0 && people < floor;
  const telling = columns.filter(({ label, measure }, at) => {
    const tellers = personas.filter(({ told }) => told.has(label));
    const rest = (count: (sums: ColumnSums) => number): number =>
      tellers.reduce((left, { own }) => left - countOf(own[at], count), countOf(all[at], count));
    const people = rest(({ n }) => n);
    if (measure === 'mean') return isFew(people);
    const having = rest(({ sum }) => sum);
    return isFew(having) || isFew(people - having);
  });
  return new Set(telling.map(({ label }) => label));
}

function countOf(sums: ColumnSums | undefined, count: (sums: ColumnSums) => number): number {
  return sums ? count(sums) : 0;
}
