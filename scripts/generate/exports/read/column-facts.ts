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

/** The engine's statistics of a column of texts: the beginning of the smallest one, and whether there is any. */
const STATISTICS =
  /^\[Min: (?<first>.).*\[Has Null: (?:true|false), Has No Null: (?<filled>true|false)\]/s;

/**
 * Looks at what the engine knows of the columns of "raw" from writing them: which are empty, and in which no cell begins
 * with something that has to be taken away. Nothing is read for it; where the engine knows nothing, each cell is asked.
 *
 * @param rare what the whole file holds; without it nothing is known of its cells
 */
export async function findColumnFacts(
  engine: Engine,
  given: FilePlan,
  rare?: RareLetters,
): Promise<ColumnFacts> {
  const mayBeDamaged = rare?.spreadsheetMarks !== false && given.account.spreadsheetDamage !== false;
  const plan = mayBeDamaged ? await withoutTruths(engine, given) : given;
  const bound = [...plan.bindings.values()].filter(({ from }) => from === 'header');
  if (bound.length === 0 || plan.fixedWidth !== null) {
    return { plan, known: () => UNKNOWN_CELLS, mayBeDamaged };
  }
  const indexes = [...new Set(bound.flatMap(boundIndexes))];
  const looks = indexes.map((index) => `stats(${rawCell(plan, index)}) AS "${index}"`);
  const [row] = await engine.rows<Record<string, string>>(
    `SELECT ${looks.join(', ')} FROM raw LIMIT 1`,
  );
  const statistics = (index: number): Record<string, string> =>
    STATISTICS.exec(row?.[String(index)] ?? '')?.groups ?? {};
  const isEmpty = (index: number): boolean => statistics(index)['filled'] === 'false';
  const beginsPlain = (index: number): boolean => {
    const { first } = statistics(index);
    // A backslash stands for a byte that is no plain letter.
    return first !== undefined && first >= BEGINNING && first !== '\\';
  };
  return {
    mayBeDamaged,
    plan: withoutEmpty(plan, (binding) => boundIndexes(binding).every(isEmpty)),
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
