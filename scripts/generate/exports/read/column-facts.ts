import type { Engine } from '#generate/warehouse/engine.ts';
import type { Binding } from '../adapter.ts';
import { BEGINNING, UNKNOWN_CELLS, type KnownCells } from '../cells/cell-text.ts';
import type { FilePlan } from '../plan/file-plan.ts';
import { truthColumns } from './damaged-columns.ts';
import type { RareLetters } from './file-bytes.ts';
import { boundIndexes, rawCell } from './load-raw.ts';

/** What one look at the columns of a file shows of all their cells. */
export interface ColumnFacts {
  /** The plan without columns that hold nothing in any row: as if the file did not have them. */
  plan: FilePlan;
  /** What is known of the cells of an adapter's column. */
  known(name: string): KnownCells;
  /** A cell may be what a spreadsheet program has made of another. */
  mayBeDamaged: boolean;
}

/** The columns of text of which it is known that all their cells begin plainly, in "typed" as in "raw". */
export function plainTexts({ plan, known }: ColumnFacts): string[] {
  return Object.entries(plan.adapter.columns).flatMap(([name, { type }]) =>
    type === 'text' && known(name).beginPlain ? [name] : [],
  );
}

/** Whether the cells of these columns of a table begin plainly, as far as the engine knows from writing them. */
export async function beginPlainly(
  engine: Engine,
  table: string,
  columns: readonly string[],
): Promise<boolean> {
  const statistics = await readStatistics(engine, table, columns);
  return columns.every((column) => isPlainBeginning(statistics.get(column)));
}

/** The engine's statistics of a column of texts. */
interface TextStatistics {
  /** The first letter of the smallest one. */
  first?: string;
  filled?: string;
}

const STATISTICS =
  /^\[Min: (?<first>.).*\[Has Null: (?:true|false), Has No Null: (?<filled>true|false)\]/s;

async function readStatistics(
  engine: Engine,
  table: string,
  columns: readonly string[],
): Promise<Map<string, TextStatistics>> {
  if (columns.length === 0) return new Map();
  const looks = columns.map((column) => `stats("${column}") AS "${column}"`);
  const [row] = await engine.rows<Record<string, string>>(
    `SELECT ${looks.join(', ')} FROM ${table} LIMIT 1`,
  );
  return new Map(
    columns.map((column) => [column, STATISTICS.exec(row?.[column] ?? '')?.groups ?? {}]),
  );
}

/** Where there is any cell: a backslash stands for a byte that is no plain letter. */
function isPlainBeginning({ first, filled }: TextStatistics = {}): boolean {
  if (filled === 'false') return true;
  return first !== undefined && first >= BEGINNING && first !== '\\';
}

/**
 * Looks at what the engine knows of the columns of "raw" from writing them: which are empty, and in which no cell begins
 * with something that has to be taken away. Nothing is read for it; where the engine knows nothing, each cell is asked.
 *
 * @param rare what the whole file holds; without it nothing is known of its cells
 * @param isSample "raw" holds only the first rows: which columns are empty is not known
 */
export async function findColumnFacts(
  engine: Engine,
  given: FilePlan,
  rare?: RareLetters,
  isSample = false,
): Promise<ColumnFacts> {
  const mayBeDamaged =
    rare?.spreadsheetMarks !== false && given.account.spreadsheetDamage !== false;
  const plan = mayBeDamaged ? await withoutTruths(engine, given) : given;
  const bound = [...plan.bindings.values()].filter(({ from }) => from === 'header');
  if (bound.length === 0 || plan.fixedWidth !== null) {
    return { plan, known: () => UNKNOWN_CELLS, mayBeDamaged };
  }
  const indexes = [...new Set(bound.flatMap(boundIndexes))];
  const cells = indexes.map((index) => rawCell(plan, index));
  const statistics = await readStatistics(engine, 'raw', cells);
  const isEmpty = (index: number): boolean =>
    statistics.get(rawCell(plan, index))?.filled === 'false';
  const beginsPlain = (index: number): boolean =>
    isPlainBeginning(statistics.get(rawCell(plan, index)));
  return {
    mayBeDamaged,
    plan: isSample ? plan : withoutEmpty(plan, (binding) => boundIndexes(binding).every(isEmpty)),
    known(name) {
      const binding = plan.bindings.get(name);
      if (binding?.from !== 'header' || rare === undefined) return UNKNOWN_CELLS;
      return {
        beginPlain: !rare.oddSpaces && boundIndexes(binding).every(beginsPlain),
        noBackslash: !rare.backslashes,
      };
    },
  };
}

/** Without the columns that should describe things and do not (damaged-columns.ts). */
async function withoutTruths(engine: Engine, plan: FilePlan): Promise<FilePlan> {
  const truths = new Set(await truthColumns(engine, plan));
  if (truths.size === 0) return plan;
  return { ...plan, bindings: new Map([...plan.bindings].filter(([name]) => !truths.has(name))) };
}

/** Columns that a row must have stay: what is missing in them is said of each row. */
function withoutEmpty(plan: FilePlan, isEmpty: (binding: Binding) => boolean): FilePlan {
  const { columns, oneOf = [] } = plan.adapter;
  const needed = new Set([
    ...oneOf.flat(),
    ...Object.keys(columns).filter((name) => columns[name]?.required === true),
  ]);
  const kept = [...plan.bindings].filter(
    ([name, binding]) => needed.has(name) || binding.from !== 'header' || !isEmpty(binding),
  );
  const isBlank = kept.every(([, { from }]) => from !== 'header');
  return isBlank ? plan : { ...plan, bindings: new Map(kept) };
}
