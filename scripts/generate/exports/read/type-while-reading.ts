import { collectNames } from '#generate/privacy/collect-names.ts';
import type { Engine, Parameter } from '#generate/warehouse/engine.ts';
import { FIRST_ROWS, showsPoint } from '../cells/infer-form.ts';
import type { FilePlan } from '../plan/file-plan.ts';
import { beginPlainly, plainTexts } from './column-facts.ts';
import type { FileScan } from './file-bytes.ts';
import { csvRows, dropRaw, splitting, type CsvFile } from './load-raw.ts';
import { hasProblems } from './repeated-header.ts';
import { typeRows } from './type-rows.ts';

/** Below this, loading a file as text first costs nothing that anybody would notice. */
export const LARGE_BYTES = 64 * 1024 * 1024;
/** What is typed of a file of more bytes has no room in memory: to number its rows on disk costs more than the pass saves. */
const MOST_BYTES = 512 * 1024 * 1024;

/**
 * Types a large file in the pass that reads it: how its cells are written is told from its first rows, and no text is kept
 * of the others. Where a row is not in order, or written otherwise than the first ones, the file has to be loaded as text
 * and typed anew, so that all that is wrong with it is told; where one of the first is, it is not begun.
 *
 * @param least files of so many bytes are large
 * @returns how many rows are in "typed", all without a problem, while "raw" holds the first ones; null: nothing is done
 */
export async function typeWhileReading(
  engine: Engine,
  file: CsvFile & { size: FileScan },
  least: number,
): Promise<number | null> {
  const { plan, size } = file;
  if (size.bytes < least || size.bytes > MOST_BYTES) return null;
  if (needsText(plan) || size.spreadsheetMarks) return null;
  await dropRaw(engine);
  await splitting(plan, async () => {
    const parameters: Parameter[] = [];
    const rows = csvRows(file, (value) => `$${parameters.push(value)}`, 'any');
    await engine.run(`CREATE TABLE raw AS ${rows} LIMIT ${FIRST_ROWS}`, parameters);
  });
  if (await hasRejects(engine)) return null;
  // Without one, only all amounts together tell whether a point parts thousands.
  if (!plan.formIsGiven && plan.account.decimal === undefined && !(await showsPoint(engine, plan)))
    return null;
  await typeRows(engine, plan, size);
  if (await hasProblems(engine)) return null;
  const kept = [...new Set(plan.names?.flat() ?? [])];
  const facts = await splitting(plan, () =>
    typeRows(engine, plan, size, { rows: (bind) => csvRows(file, bind, 'any'), kept }),
  );
  const isInOrder =
    !(await hasRejects(engine)) &&
    !(await hasProblems(engine)) &&
    (await beginPlainly(engine, 'typed', plainTexts(facts)));
  if (!isInOrder) {
    await engine.run('DROP TABLE typed');
    return null;
  }
  await collectNames(engine, 'typed', plan.names ?? []);
  for (const index of kept) await engine.run(`ALTER TABLE typed DROP COLUMN c${index}`);
  const [count] = await engine.rows<{ n: string }>('SELECT count(*) AS n FROM typed');
  return Number(count?.n ?? 0);
}

/** Whether the reader has rejected a record; what it rejects next begins anew. */
async function hasRejects(engine: Engine): Promise<boolean> {
  const found = await engine.rows('SELECT 1 FROM raw_errors LIMIT 1');
  for (const table of ['raw_errors', 'raw_scans']) await engine.run(`DROP TABLE ${table}`);
  return found.length > 0;
}

/** Whether more is asked of the text of all rows than their values. */
function needsText(plan: FilePlan): boolean {
  const { adapter, bindings, wide, fixedWidth } = plan;
  return (
    wide !== undefined ||
    fixedWidth !== null ||
    (adapter.footers ?? []).length > 0 ||
    [...bindings.values()].some(
      (binding) =>
        binding.from === 'rowNumber' ||
        (binding.from === 'header' && (binding.twins ?? []).length > 0),
    )
  );
}
