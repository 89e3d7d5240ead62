import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileReport, RowReason } from '#core/schemas/data-quality.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { GenerateError, formatIssue } from '#generate/generate-error.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import type { Dialect, RecordPlace } from './count-records.ts';
import { findRecords, scanFile, writeAsUtf8, type FileScan } from './file-bytes.ts';
import { refuseUnknownCurrencies } from './currency-rates.ts';
import type { FilePlan } from './file-plan.ts';
import { loadRaw, type RawLoad } from './load-raw.ts';
import { rejectRows, swallowedRows, type RecordFinder } from './reject-rows.ts';
import { unreadable } from './sniff-file.ts';
import { typeRows } from './type-rows.ts';

/** Rejected rows of a file that are said aloud; the report counts all. */
const SPOKEN_ISSUES = 20;

const NO_ROWS: RowReason = {
  code: 'note/no-rows',
  reason: 'The file holds a header and no rows',
  rows: 0,
};

/** A file whose good rows wait in the table "typed_<number>". */
export interface ReadFile {
  plan: FilePlan;
  number: number;
  report: FileReport;
  /** What is said aloud while reading: the first rejected rows with their line. */
  warnings: string[];
}

/** Reads one file: counts its records, loads, types and checks them, and accounts for each. */
export async function readFile(
  engine: Engine,
  config: PortalConfig,
  plan: FilePlan,
  number: number,
  scratch: string,
): Promise<ReadFile> {
  const dialect: Dialect = {
    delimiter: plan.delimiter,
    skipLines: Math.max(0, plan.headerLine - 1),
    columns: plan.columnCount,
  };
  const copy = join(scratch, `${number}.txt`);
  try {
    const scan = await scanFile(plan.absolute, plan.compressed, dialect);
    const encoding = plan.encoding === 'utf-8' && !scan.validUtf8 ? 'cp1252' : plan.encoding;
    const copied = encoding !== 'utf-8' || scan.mixedLineBreaks;
    if (copied) {
      const { absolute: path, compressed } = plan;
      await writeAsUtf8(
        { path, compressed, encoding, mixedLineBreaks: scan.mixedLineBreaks },
        copy,
      );
    }
    const readable = copied
      ? { path: copy, compressed: false }
      : { path: plan.absolute, compressed: plan.compressed };
    const counted = copied ? await scanFile(readable.path, false, dialect) : scan;
    const load = await loadRaw(engine, plan, readable.path, readable.compressed);
    const records = counted.records - (plan.headerLine > 0 ? 1 : 0);
    if (counted.swallowed !== null) throw swallowedRows(plan, counted.swallowed);
    refuseCut(plan, counted, load);
    const isHeaderOnly = plan.headerLine > 0 && records === 0;
    if (isHeaderOnly && !counted.endsWithLineBreak) throw cutHeader(plan);
    refuseLost(plan, load, records);
    await typeRows(engine, plan);
    const find = recordFinder(readable, dialect, plan.headerLine > 0 ? 1 : 0);
    const rejections = await rejectRows(engine, plan, load.rejects, find, config);
    await refuseUnknownCurrencies(engine, config, plan, find);
    await engine.run(`ALTER TABLE typed RENAME TO typed_${number}`);
    const blankReason: RowReason[] =
      rejections.blank === 0
        ? []
        : [{ code: 'ignored/blank-row', reason: 'Rows without any value', rows: rejections.blank }];
    return {
      plan,
      number,
      warnings: rejections.issues
        .slice(0, SPOKEN_ISSUES)
        .map((issue) => `Row left out: ${formatIssue(issue)}`),
      report: {
        path: plan.path,
        adapter: plan.source,
        rows: {
          in: records,
          used: records - rejections.blank - rejections.rejected,
          ignored: rejections.blank,
          rejected: rejections.rejected,
        },
        reasons: [
          ...rejections.reasons,
          ...blankReason,
          ...(isHeaderOnly ? [NO_ROWS] : []),
          ...(await countNotes(engine, plan, number)),
        ],
      },
    };
  } catch (error) {
    const isSystem = error instanceof Error && 'code' in error && 'errno' in error;
    throw isSystem ? unreadable(plan.path, error) : error;
  } finally {
    await engine.run('DROP TABLE IF EXISTS raw');
    await rm(copy, { force: true });
  }
}

/** Informative counts of the adapter; they stand beside the account and are no rejections. */
async function countNotes(engine: Engine, plan: FilePlan, number: number): Promise<RowReason[]> {
  const notes = plan.adapter.notes ?? [];
  if (notes.length === 0) return [];
  const counts = notes.map(({ where }, index) => `count(*) FILTER (${where}) AS "${index}"`);
  const [row] = await engine.rows(`SELECT ${counts.join(', ')} FROM typed_${number}`);
  return notes.flatMap(({ code, reason }, index) => {
    const rows = Number(row?.[String(index)] ?? 0);
    return rows === 0 ? [] : [{ code, reason, rows }];
  });
}

/** A file that ends inside a row was cut: the rest of it is missing, not only that row. */
function refuseCut(plan: FilePlan, scan: FileScan, load: RawLoad): void {
  const last = load.rejects.at(-1);
  const lastIsBroken =
    last?.problem === 'columns' && !scan.endsWithLineBreak && last.index === scan.lastIndex;
  if (!scan.endsInQuotes && !lastIsBroken) return;
  throw new GenerateError(
    'export/cut-file',
    `Cannot read export "${plan.path}": the file ends in the middle of a row; expected whole rows`,
    'The download or copy was interrupted: export the file again',
    [
      {
        file: plan.path,
        line: scan.lines,
        found: scan.endsInQuotes
          ? 'the end of the file inside quotes'
          : 'the end of the file inside a row',
        expected: `a row of ${plan.columnCount} columns and a line break`,
      },
    ],
  );
}

/** A header and nothing behind it, not even a line break: whether it is whole, nobody can tell. */
function cutHeader(plan: FilePlan): GenerateError {
  return new GenerateError(
    'export/cut-file',
    `Cannot read export "${plan.path}": the file ends in its header; expected a line break and rows`,
    'The download or copy was interrupted: export the file again. If there is nothing to export, end the header with a line break',
    [
      {
        file: plan.path,
        line: plan.headerLine,
        found: 'the end of the file inside the header',
        expected: 'a line break and rows',
      },
    ],
  );
}

/** The independent count must agree with what the engine loaded and rejected, or rows have been lost. */
function refuseLost(plan: FilePlan, load: RawLoad, records: number): void {
  const seen = load.loaded + load.rejects.length;
  if (seen === records) return;
  throw new GenerateError(
    'export/records-disagree',
    `Cannot read export "${plan.path}": it holds ${records} rows, but ${seen} could be told apart; expected the same number`,
    'A stray quotation mark is likely: export the file again, or correct the rows around it',
    [{ file: plan.path, found: `${seen} rows`, expected: `${records} rows` }],
  );
}

function recordFinder(
  file: { path: string; compressed: boolean },
  dialect: Dialect,
  headerRecords: number,
): RecordFinder {
  let rejected: number[] = [];
  return {
    async rejects(records) {
      if (records.length === 0) return new Map<number, RecordPlace>();
      const numbers = records.map(({ index }) => index);
      const places = await findRecords(file.path, file.compressed, dialect, {
        by: 'index',
        numbers,
      });
      rejected = [...places.values()].map(({ ordinal }) => ordinal).sort((a, b) => a - b);
      return places;
    },
    async rows(positions) {
      if (positions.length === 0) return new Map<number, RecordPlace>();
      const ordinals = new Map<number, number>();
      let shift = 0;
      for (const position of [...positions].sort((a, b) => a - b)) {
        while ((rejected[shift] ?? Infinity) <= position + 1 + headerRecords + shift) shift += 1;
        ordinals.set(position, position + 1 + headerRecords + shift);
      }
      const numbers = [...ordinals.values()];
      const places = await findRecords(file.path, file.compressed, dialect, {
        by: 'ordinal',
        numbers,
      });
      const found = new Map<number, RecordPlace>();
      for (const [position, ordinal] of ordinals) {
        const place = places.get(ordinal);
        if (place !== undefined) found.set(position, place);
      }
      return found;
    },
  };
}
