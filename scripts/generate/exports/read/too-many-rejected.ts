import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { GenerateError } from '#generate/generate-error.ts';
import type { FilePlan } from '../plan/file-plan.ts';
import { CUSTOMER_TABLE } from '../plan/plan-customer-table.ts';
import { MISSING_VALUE, rejectIssue, type ListedReject } from './describe-rejects.ts';

/** Rows whose place and cell are looked up one by one; the rest is only counted. */
export const LISTED = 1000;

/** Rows that are broken themselves, of all rows of a file, or of its first ones. */
export interface BrokenShare {
  direct: number;
  total: number;
  ofFirst?: boolean;
}

/** Whether so many broken rows stop a run; a single one never does, however short the file is. */
export function isTooMany({ direct, total }: BrokenShare, { limits }: PortalConfig): boolean {
  return direct > 1 && direct > limits.rejectedShare * total;
}

/** So many broken records of a file are looked at: with more, the run stops and the first ones tell why. */
export function mostLookedAt(records: number, { limits }: PortalConfig): number {
  return Math.max(LISTED, Math.ceil(limits.rejectedShare * records));
}

/** Too many rows of a file are broken: the error that stops the run, with the first of them. */
export function tooManyRejected(
  plan: FilePlan,
  { direct, total, ofFirst }: BrokenShare,
  { limits }: PortalConfig,
  listed: readonly ListedReject[],
): GenerateError {
  // What is not there is not written in another form: rows below a table (totals, notes) lack what its rows have.
  const lacks = listed.every(({ code }) => code === MISSING_VALUE);
  return new GenerateError(
    'export/too-many-rejected',
    `Cannot read export "${plan.path}": ${direct} of ${ofFirst === true ? 'the first ' : ''}${total} rows are broken; expected at most ${Number((limits.rejectedShare * 100).toPrecision(3))} %`,
    `Correct the rows or export the file again; limits.rejectedShare in portal.config.ts sets the limit. ${
      lacks ? 'Take out rows that are no data, such as totals below the others' : otherForm(plan)
    }`,
    listed.map((entry) => rejectIssue(plan.path, entry)),
  );
}

/** What helps where cells are written in another form than is thought. */
function otherForm({ adapter, source }: FilePlan): string {
  if (source === CUSTOMER_TABLE)
    return 'Say in key and keyIs of customerTable what tells who it is';
  if (source !== adapter.id)
    return `If numbers or dates are written in another form, correct decimal or dateFormat of source "${source}"; without them the form is found out`;
  return 'If numbers have a decimal comma or dates another form, map the file under sources';
}
