import { startingSentence } from '#core/language/first-letter.ts';
import type { Fact, Interval } from '#core/schemas/fact.ts';
import type { Persona } from '#core/schemas/persona.ts';
import { benjaminiHochberg } from '#core/statistics/benjamini-hochberg.ts';
import { meanInterval } from '#core/statistics/mean-interval.ts';
import { normalCdf } from '#core/statistics/normal-cdf.ts';
import { wilsonInterval } from '#core/statistics/wilson-interval.ts';
import { entrySlug } from './entry-slug.ts';
import type { FactPassport } from './persona-facts.ts';
import { suppressSmallCells } from './suppress-small-cells.ts';

/** Sums of one column of the customer table over some customers; of shares, a yes is 1. */
export interface ColumnSums {
  /** Customers with a value. */
  n: number;
  sum: number;
  squares: number;
}

/** A column that Portraits were made of. */
export interface DescribedColumn {
  /** The column's header, with the level of a category behind. */
  label: string;
  /** A share of customers, or the mean of a number. */
  measure: 'share' | 'mean';
  /** The category whose level it is: of one category everybody has one level. */
  levelOf?: string;
}

export interface TableFactsInput {
  columns: readonly DescribedColumn[];
  /** Sums of the Portrait and of all customers, in the order of the columns. */
  own: readonly ColumnSums[];
  all: readonly ColumnSums[];
  floor: number;
  passport: FactPassport;
}

/** What of the customer table sets a Portrait apart. */
export type TableDescription = Pick<Persona, 'facts' | 'distinguishing'>;
type Averages = NonNullable<Persona['averages']>;

/** Columns that are shown of a Portrait. */
const MOST_FACTS = 20;
const MOST_DISTINGUISHING = 6;
const SMALLEST_RATIO = 1.25;
/** Of the columns that are told, this share may be told by chance. */
const FALSE_DISCOVERIES = 0.05;

const FORMULAS: Record<DescribedColumn['measure'], (label: string) => string> = {
  share: (label) =>
    `Customers with "${label}" ÷ customers with a value in that column of the customer table`,
  mean: (label) =>
    `Mean of "${label}" in the customer table over customers with a value; numbers beyond the 0.5th and 99.5th percentile of all are held there`,
};

/**
 * Facts of the customer table – what sets a Portrait apart in columns that nobody here has defined. Definition: of the
 * columns in which the Portrait's average differs from that of all customers (a score test for shares, a z test for means;
 * of hundreds of columns every twentieth would by chance, so p < 0.05 after Benjamini and Hochberg's adjustment), the 20 with the largest difference in standard deviations of all customers (Cohen's d), largest first.
 * A column of which fewer than the privacy floor have a value, and a share with fewer on either side unless it is nobody,
 * is not shown, nor a level of a category that would tell of fewer with another one; nor is the average of all customers where fewer of them outside the Portrait stand behind it. Source: Cohen (1988) for the standardised difference; `benjaminiHochberg`. No columns: no
 * facts.
 *
 * @example tableFacts({ columns: [], own: [], all: [], floor: 10, passport: { period: { from: '2026-01-01', to: '2026-01-31' }, asOf: '2026-01-31', sources: [] } }) // => { facts: [], distinguishing: [], averages: [] }
 */
export function tableFacts(input: TableFactsInput): TableDescription & { averages: Averages } {
  const telling = levelsThatTell(input);
  const looked = input.columns.flatMap((column, index) => {
    const own = input.own[index];
    const all = input.all[index];
    if (!own || !all || telling.has(index)) return [];
    return comparedColumn(column, own, all, input.floor) ?? [];
  });
  const adjusted = benjaminiHochberg(looked.map(({ pValue }) => pValue));
  const compared = looked
    .filter((_, index) => (adjusted[index] ?? 1) < FALSE_DISCOVERIES)
    .sort((a, b) => b.difference - a.difference || (a.column.label < b.column.label ? -1 : 1))
    .slice(0, MOST_FACTS);
  const ids = new Set<string>();
  const facts = compared.map(({ column, own, value, interval }): Fact => {
    const id = factId(column.label, ids);
    ids.add(id);
    return {
      ...input.passport,
      id,
      label: column.label,
      unit: column.measure === 'share' ? 'ratio' : 'count',
      n: own.n,
      counted: 'customers',
      formula: FORMULAS[column.measure](column.label),
      status: 'ok',
      value,
      interval,
    };
  });
  const distinguishing = compared
    .flatMap(({ value, average, isAverageShown }, index) => {
      const fact = facts[index]?.id;
      // So many times the average tells the average.
      if (fact === undefined || !isAverageShown || value <= 0 || average <= 0) return [];
      const timesAverage = value / average;
      return Math.max(timesAverage, 1 / timesAverage) < SMALLEST_RATIO
        ? []
        : [{ fact, timesAverage }];
    })
    .slice(0, MOST_DISTINGUISHING);
  const averages = compared.flatMap(({ average, all, isAverageShown }, index) => {
    const fact = facts[index]?.id;
    return fact !== undefined && isAverageShown ? [{ fact, average, n: all.n }] : [];
  });
  return { facts, distinguishing, averages };
}

/** Columns of levels that few of the Portrait have, or that would tell what these leave of the whole. */
function levelsThatTell({ columns, own, floor }: TableFactsInput): Set<number> {
  const telling = new Set<number>();
  const levels = columns.map((column, index) => ({ ...column, index }));
  const categories = Map.groupBy(levels, ({ levelOf }) => levelOf);
  categories.delete(undefined);
  for (const level of categories.values()) {
    const people = level.map(({ index }) => own[index]?.sum ?? 0);
    const all = Math.max(0, ...level.map(({ index }) => own[index]?.n ?? 0));
    const rest = Math.max(
      0,
      people.reduce((left, count) => left - count, all),
    );
    const [hidden = []] = suppressSmallCells([[...people, rest]], floor, { knownEmpty: true });
    for (const [at, { index }] of level.entries()) if (hidden[at] === true) telling.add(index);
  }
  return telling;
}

interface Compared {
  column: DescribedColumn;
  own: ColumnSums;
  all: ColumnSums;
  value: number;
  average: number;
  /** Beside the Portrait's own figure it tells nothing of a few others. */
  isAverageShown: boolean;
  interval: Interval;
  /** In standard deviations of all customers. */
  difference: number;
  /** Of the Portrait's average being that of all customers. */
  pValue: number;
}

/** Null: too few people, or everybody is alike. */
function comparedColumn(
  column: DescribedColumn,
  own: ColumnSums,
  all: ColumnSums,
  floor: number,
): Compared | null {
  if (own.n < floor || all.n < 2) return null;
  const isShare = column.measure === 'share';
  if (isShare && [own.sum, own.n - own.sum].some((part) => part > 0 && part < floor)) return null;
  const interval = isShare ? wilsonInterval(Math.round(own.sum), own.n) : meanInterval(own);
  const value = own.sum / own.n;
  const average = all.sum / all.n;
  const deviation = deviationOf(all);
  if (!interval || deviation === 0) return null;
  const error =
    (isShare ? Math.sqrt(average * (1 - average)) : deviationOf(own)) / Math.sqrt(own.n);
  return {
    column,
    own,
    all,
    value,
    average,
    isAverageShown: (isShare
      ? [all.sum - own.sum, all.n - all.sum - (own.n - own.sum)]
      : [all.n - own.n]
    ).every((others) => others === 0 || others >= floor),
    interval,
    difference: Math.abs(value - average) / deviation,
    pValue: value === average ? 1 : 2 * normalCdf(-Math.abs(value - average) / error),
  };
}

function deviationOf({ n, sum, squares }: ColumnSums): number {
  return Math.sqrt(Math.max(0, squares - (sum * sum) / n) / (n - 1));
}

/** camelCase from the label, after "column" so that it can be no fact of ours; a second one gets a number. */
function factId(label: string, taken: ReadonlySet<string>): string {
  const words = (entrySlug(label) ?? 'other').split('-');
  const id = ['column', ...words.map(startingSentence)].join('');
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? id : `${id}x${String(number)}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/**
 * Whether a fact is one of a column of the customer table. Definition: by its id, which tableFacts() begins with
 * "column". Source: tableFacts(). No fact of ours begins so.
 *
 * @example isColumnFact('columnLikesCooking') // => true
 */
export function isColumnFact(id: string): boolean {
  return /^column[A-Z0-9]/.test(id);
}

/**
 * Whether a Portrait was found in the customer table alone. Definition: found here, and without the facts that orders
 * give. Source: the list of facts, of which `ordersPerYear` is always there. No facts: it was not.
 *
 * @example isOfTable({ origin: 'segmentation', facts: [] }) // => false
 */
export function isOfTable({ origin, facts }: Pick<Persona, 'origin' | 'facts'>): boolean {
  return (
    origin === 'segmentation' && facts.length > 0 && !facts.some(({ id }) => id === 'ordersPerYear')
  );
}

/** Characters that a line under a name has room for. */
const LONGEST_ESSENCE = 150;
const MOST_NAMED = 4;

/**
 * One line under a Portrait that rests on the customer table – which columns are high and which are low. Definition: the
 * labels of its distinguishing facts, above average first. Source: `distinguishing` of tableFacts(). Nothing that sets it
 * apart: it says so.
 *
 * @example tableEssence({ facts: [], distinguishing: [] }) // => 'Close to the average customer in every column'
 */
export function tableEssence({ facts, distinguishing }: TableDescription): string {
  const labels = (isMore: boolean): string[] =>
    distinguishing
      .filter(({ timesAverage }) => timesAverage > 1 === isMore)
      .flatMap(({ fact }) => facts.find(({ id }) => id === fact)?.label ?? [])
      .slice(0, MOST_NAMED);
  for (let most = MOST_NAMED; most > 0; most -= 1) {
    const parts = [
      ...(labels(true).length > 0
        ? [`above average in ${labels(true).slice(0, most).join(', ')}`]
        : []),
      ...(labels(false).length > 0
        ? [
            `below${labels(true).length > 0 ? '' : ' average'} in ${labels(false).slice(0, most).join(', ')}`,
          ]
        : []),
    ];
    const text = parts.join('; ');
    if (text !== '' && text.length <= LONGEST_ESSENCE) return startingSentence(text);
  }
  return 'Close to the average customer in every column';
}

/** What is said of a header behind the name; the essence names more of them. */
const LONGEST_HEADER = 36;

/**
 * Working name of a Portrait that rests on the customer table – the name of its id and the column that sets it apart
 * most, so that two of them can be told apart. Definition: the first of `distinguishing` that is above average, else
 * the first one with "less" before it. Source: `distinguishing` of tableFacts(). Nothing that sets it apart: the name
 * alone.
 *
 * @example tableName('Customer Group', { facts: [], distinguishing: [] }) // => 'Customer Group'
 */
export function tableName(name: string, { facts, distinguishing }: TableDescription): string {
  const first = distinguishing.find(({ timesAverage }) => timesAverage > 1) ?? distinguishing[0];
  const label = facts.find(({ id }) => id === first?.fact)?.label;
  if (first === undefined || label === undefined) return name;
  const letters = [...label];
  const short =
    letters.length > LONGEST_HEADER ? `${letters.slice(0, LONGEST_HEADER).join('')}…` : label;
  return `${name}: ${first.timesAverage > 1 ? '' : 'less '}${short}`;
}
