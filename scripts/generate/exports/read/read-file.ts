import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileReport, RowReason } from '#core/schemas/data-quality.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { GenerateError, formatIssue } from '#generate/generate-error.ts';
import { collectNames } from '#generate/privacy/collect-names.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import { assumesShopZone } from '../cells/assumed-zone.ts';
import { doubtfulPoints } from '../cells/describe-form.ts';
import { dropAddedTotals } from './added-totals.ts';
import { brokenHead } from './broken-head.ts';
import { cutHeader, refuseCut } from './cut-file.ts';
import { refuseUnknownCurrencies } from '../currency-rates.ts';
import { filePeriod } from '../file-period.ts';
import type { FilePlan } from '../plan/file-plan.ts';
import { ignoreRows, proveSummaries, withoutFooters } from './ignore-rows.ts';
import type { FormEvidence } from '../cells/infer-form.ts';
import { damageNotes } from './damaged-columns.ts';
import { dropRaw, loadRaw, WIDE_CELLS, type RawLoad } from './load-raw.ts';
import { proveBlock } from './prove-block.ts';
import { dropRepeatedCustomers } from './drop-repeated-customers.ts';
import { refuseTwins } from './refuse-twins.ts';
import { readableText } from './readable-text.ts';
import { recordFinder } from './record-finder.ts';
import { spreadReportPeriod } from './report-period.ts';
import { refuseBroken, rejectRows, swallowedRows } from './reject-rows.ts';
import { secondExport } from './second-export.ts';
import { isTooMany, mostLookedAt } from './too-many-rejected.ts';
import { unreadable } from '../plan/sniff-file.ts';
import { typeAsWritten } from './type-as-written.ts';
import { LARGE_BYTES, typeWhileReading } from './type-while-reading.ts';

/** Rejected rows of a file that are said aloud; the report counts all. */
const SPOKEN_ISSUES = 20;

const NO_ROWS: RowReason = {
  code: 'note/no-rows',
  reason: 'The file holds a header and no rows',
  rows: 0,
};

const WRAPPED: RowReason = {
  code: 'note/wrapped-rows',
  reason:
    'A spreadsheet program has put rows in quotes as a whole; they are read as they were before',
  rows: 0,
};

/** What is done without columns that the file does not have. */
function withoutColumns({ adapter, bindings }: FilePlan): RowReason[] {
  return Object.entries(adapter.without ?? {})
    .filter(([column]) => !bindings.has(column))
    .map(([, reason]) => ({ code: 'note/no-column', reason, rows: 0 }));
}

/** A file whose good rows wait in the table "typed_<number>". */
export interface ReadFile {
  plan: FilePlan;
  number: number;
  report: FileReport;
  /** What its cells show of how they are written; null where they are plain, or the config says it. */
  evidence: FormEvidence | null;
  /** Its times are taken as the shop's, since nothing says in which zone they are. */
  assumesZone: boolean;
  /** What is said aloud while reading: the first rejected rows with their line. */
  warnings: string[];
}

/**
 * Reads one file: counts its records, loads, types and checks them, and accounts for each.
 *
 * @param largeBytes files of so many bytes are typed in the pass that reads them
 */
export async function readFile(
  engine: Engine,
  config: PortalConfig,
  given: FilePlan,
  number: number,
  scratch: string,
  largeBytes = LARGE_BYTES,
): Promise<ReadFile> {
  const copies = join(scratch, String(number));
  try {
    await mkdir(copies);
    const { plan, readable, counted, dialect, sections } = await readableText(given, copies);
    const csv = { plan, ...readable, size: counted };
    if (counted.swallowed !== null) throw swallowedRows(plan, counted.swallowed);
    const headerRecords = plan.headerLine > 0 ? 1 : 0;
    const records = counted.records - headerRecords;
    const find = recordFinder(readable, dialect, headerRecords, sections?.place);
    const most = mostLookedAt(records, config);
    const head = await brokenHead(engine, csv, most, join(copies, 'head'));
    if (head !== null) {
      const places = await find.rejects(head.rejects);
      throw secondExport(plan, head, places) ?? refuseBroken(plan, head, places, config);
    }
    const inOrder = await typeWhileReading(engine, csv, largeBytes);
    const load =
      inOrder === null
        ? await loadRaw(engine, csv, most)
        : { loaded: inOrder, rejected: 0, rejects: [] };
    if (inOrder === null) await collectNames(engine, 'raw', plan.names ?? []);
    const { broken, footers } = withoutFooters(plan, load.rejects);
    const places = await find.rejects(load.rejects);
    const share = { direct: load.rejected - footers.length, total: records };
    const rows = { loaded: load.loaded, rejects: broken };
    const second = isTooMany(share, config) ? secondExport(plan, rows, places) : null;
    if (second !== null) throw second;
    refuseCut(plan, counted, broken);
    const isHeaderOnly = plan.headerLine > 0 && records === 0;
    if (isHeaderOnly && !counted.endsWithLineBreak) throw cutHeader(plan);
    if (load.rejects.length < load.rejected)
      throw refuseBroken(plan, load, places, config, records);
    refuseLost(plan, load, records);
    await refuseTwins(engine, plan);
    const typed =
      inOrder === null
        ? await typeAsWritten(engine, plan, counted, footers.length, find)
        : { plan, ignored: await ignoreRows(engine, plan, 0), evidence: null, doubtful: 0 };
    const totals = await dropAddedTotals(engine, typed.plan);
    const rejections = await rejectRows(engine, typed.plan, broken, find, config);
    await spreadReportPeriod(engine, typed.plan);
    await proveSummaries(engine, typed.plan, typed.ignored.reasons);
    const block = await proveBlock(engine, typed.plan);
    await refuseUnknownCurrencies(engine, config, typed.plan, find);
    const repeated = await dropRepeatedCustomers(engine, config, typed.plan, find);
    const damaged = await damageNotes(engine, typed.plan, counted);
    await engine.run(`ALTER TABLE typed RENAME TO typed_${number}`);
    if (plan.wide !== undefined)
      await engine.run(`ALTER TABLE ${WIDE_CELLS} RENAME TO file_${number}`);
    const assumesZone = await assumesShopZone(engine, typed.plan);
    const blankReason: RowReason[] =
      rejections.blank === 0
        ? []
        : [{ code: 'ignored/blank-row', reason: 'Rows without any value', rows: rejections.blank }];
    const inSections = sections?.ignored ?? { rows: 0, reasons: [] };
    const above = inSections.rows + block.rows;
    const left = typed.ignored.rows + totals.rows + repeated.rows;
    const ignored = rejections.blank + left + above;
    return {
      plan: typed.plan,
      number,
      evidence: typed.evidence,
      assumesZone,
      warnings: rejections.issues
        .slice(0, SPOKEN_ISSUES)
        .map((issue) => `Row left out: ${formatIssue(issue)}`),
      report: {
        path: plan.path,
        adapter: plan.source,
        rows: {
          in: records + above,
          used: records - rejections.blank - left - rejections.rejected,
          ignored,
          rejected: rejections.rejected,
        },
        reasons: [
          ...rejections.reasons,
          ...blankReason,
          ...inSections.reasons,
          ...block.reasons,
          ...typed.ignored.reasons,
          ...totals.reasons,
          ...repeated.reasons,
          ...damaged,
          ...(isHeaderOnly && inSections.rows === 0 ? [NO_ROWS] : []),
          ...withoutColumns(typed.plan),
          ...doubtfulPoints(typed.plan, typed.doubtful),
          ...(plan.wrappedBy === undefined ? [] : [WRAPPED]),
        ],
        period: await filePeriod(engine, typed.plan, number),
        bytes: (await stat(plan.absolute)).size,
      },
    };
  } catch (error) {
    const isSystem = error instanceof Error && 'code' in error && 'errno' in error;
    throw isSystem ? unreadable(given.path, error) : error;
  } finally {
    await dropRaw(engine);
    await rm(copies, { recursive: true, force: true });
  }
}

/** The independent count must agree with what the engine loaded and rejected, or rows have been lost. */
function refuseLost(plan: FilePlan, load: RawLoad, records: number): void {
  const seen = load.loaded + load.rejected;
  if (seen === records) return;
  throw new GenerateError(
    'export/records-disagree',
    `Cannot read export "${plan.path}": it holds ${records} rows, but ${seen} could be told apart; expected the same number`,
    'A stray quotation mark is likely: export the file again, or correct the rows around it',
    [{ file: plan.path, found: `${seen} rows`, expected: `${records} rows` }],
  );
}
