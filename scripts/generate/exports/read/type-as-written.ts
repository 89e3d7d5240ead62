import type { Engine } from '#generate/warehouse/engine.ts';
import {
  hasForeignCells,
  inferForm,
  pointedAmounts,
  type FormEvidence,
} from '../cells/infer-form.ts';
import { writeSerialDays } from '../cells/serial-days.ts';
import type { FilePlan } from '../plan/file-plan.ts';
import type { FileScan } from './file-bytes.ts';
import { ignoreRows, type IgnoredRows } from './ignore-rows.ts';
import type { RecordFinder } from './record-finder.ts';
import { typeRows } from './type-rows.ts';

/** The rows of "typed", and how they turned out to be written. */
interface TypedRows {
  plan: FilePlan;
  ignored: IgnoredRows;
  evidence: FormEvidence | null;
  /** Amounts of which nothing shows whether their point parts thousands. */
  doubtful: number;
}

/**
 * Types the rows as plain numbers and ISO days, and where a cell is neither, as the whole file shows that they are
 * written: most files are plain, and for them nothing is paid.
 */
export async function typeAsWritten(
  engine: Engine,
  plan: FilePlan,
  scan: FileScan,
  footers: number,
  find: RecordFinder,
): Promise<TypedRows> {
  await typeRows(engine, plan, scan);
  const ignored = await ignoreRows(engine, plan, footers);
  if (plan.formIsGiven) return { plan, ignored, evidence: null, doubtful: 0 };
  if (!(await hasForeignCells(engine, plan))) {
    const { amounts, areThousands } = await pointedAmounts(engine, plan);
    if (!areThousands) return { plan, ignored, evidence: null, doubtful: amounts };
  }
  const turnedDays = await writeSerialDays(engine, plan);
  const { form, evidence } = await inferForm(engine, plan, find);
  const inferred = { ...plan, form, turnedDays };
  await typeRows(engine, inferred, scan);
  return {
    plan: inferred,
    ignored: await ignoreRows(engine, inferred, footers),
    evidence,
    doubtful: 0,
  };
}
