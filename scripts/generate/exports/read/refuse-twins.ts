import { GenerateError } from '#generate/generate-error.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import { trimmedCell } from '../cells/cell-text.ts';
import type { FilePlan } from '../plan/file-plan.ts';
import { rawCell } from './load-raw.ts';

/**
 * Two columns of the same name are one where they never disagree ("raw"); else nobody could say which one counts.
 *
 * @throws GenerateError `export/double-column`
 */
export async function refuseTwins(engine: Engine, plan: FilePlan): Promise<void> {
  for (const binding of plan.bindings.values()) {
    if (binding.from !== 'header') continue;
    const first = trimmedCell(rawCell(plan, binding.index));
    for (const twin of binding.twins ?? []) {
      const found = await engine.rows(
        `SELECT 1 FROM raw WHERE ${first} <> ${trimmedCell(rawCell(plan, twin))} LIMIT 1`,
      );
      if (found.length > 0) throw doubleColumn(plan, binding.header);
    }
  }
}

function doubleColumn(plan: FilePlan, header: string): GenerateError {
  return new GenerateError(
    'export/double-column',
    `Cannot read export "${plan.path}": column "${header}" is there more than once, with different values; expected it once`,
    'Remove or rename one of the columns, or map the file in portal.config.ts under sources',
    [
      {
        file: plan.path,
        line: plan.headerLine,
        column: header,
        found: 'the same name twice, with different values',
        expected: 'one column of that name',
      },
    ],
  );
}
