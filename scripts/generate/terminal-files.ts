import { counted } from '#core/format/counted.ts';
import { formatBytes } from '#core/format/format-bytes.ts';
import { formatSource } from '#core/format/format-sources.ts';
import type { FileReport } from '#core/schemas/data-quality.ts';
import type { GenerateReport } from './generate-report.ts';
import { printable } from './printable.ts';
import { grouped } from './terminal-numbers.ts';
import { TERMINAL_WIDTH, terminalTable, type TerminalRow } from './terminal-table.ts';

/** The terminal speaks English. */
const WORDS = { locale: 'en' };
/** Reasons of a file that are said in full; the JSON has all. */
const TOP_REASONS = 3;
const UNKNOWN_ORDER = 'note/unknown-order';

/** The row account: a line for each file under the format it was taken for, and their sum. */
export function fileTable({ files }: GenerateReport): string[] {
  const header = ['file', 'size', 'first day', 'last day', 'rows', 'used', 'ignored', 'rejected'];
  const read = files.filter(({ adapter }) => adapter !== null);
  const groups = [...Map.groupBy(read, ({ adapter }) => adapter ?? '')].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const rows = groups.flatMap(([adapter, own]): TerminalRow[] => [
    `${formatSource(adapter)} (${adapter})`,
    ...own.map(fileRow),
  ]);
  const unread = files.filter(({ adapter }) => adapter === null);
  return terminalTable(
    header,
    [
      ...rows,
      ...(unread.length === 0 ? [] : ['not read']),
      ...unread.map(({ path }) => [`  ${printable(path)}`, ...Array<string>(7).fill('')]),
      ...(read.length > 1 ? [sumRow(read)] : []),
    ],
    TERMINAL_WIDTH,
  );
}

function fileRow({ path, bytes, period, rows }: FileReport): string[] {
  return [
    `  ${printable(path)}`,
    bytes === undefined ? '' : formatBytes(bytes, WORDS),
    period?.from ?? '',
    period?.to ?? '',
    ...[rows.in, rows.used, rows.ignored, rows.rejected].map(grouped),
  ];
}

function sumRow(files: readonly FileReport[]): string[] {
  const sum = (of: (file: FileReport) => number): number =>
    files.reduce((total, file) => total + of(file), 0);
  return [
    `all ${counted(files.length, 'file')}`,
    formatBytes(
      sum(({ bytes }) => bytes ?? 0),
      WORDS,
    ),
    '',
    '',
    ...(['in', 'used', 'ignored', 'rejected'] as const).map((part) =>
      grouped(sum(({ rows }) => rows[part])),
    ),
  ];
}

/** What was left out file by file, the most rows first. */
export function leftOutLines({ files }: GenerateReport): string[] {
  return files.flatMap(({ path, reasons }) => {
    const own = reasons.filter((reason) => !isNote(reason)).sort((a, b) => b.rows - a.rows);
    const shown = own
      .slice(0, TOP_REASONS)
      .map(
        ({ rows, reason, code, example }) =>
          `${printable(path)}: ${ofRows(rows)}${reason} [${code}]${example === undefined ? '' : `, first at ${example}`}`,
      );
    const hidden = own.length - shown.length;
    return hidden === 0 ? shown : [...shown, `${printable(path)}: … and ${hidden} more`];
  });
}

/** What is only worth knowing, summed over all files. */
export function noteLines({ files }: GenerateReport): string[] {
  const notes = files.flatMap(({ reasons }) =>
    reasons.filter((reason) => isNote(reason) && reason.code !== UNKNOWN_ORDER),
  );
  return [...Map.groupBy(notes, ({ reason }) => reason)].map(
    ([reason, entries]) =>
      `${grouped(entries.reduce((sum, { rows }) => sum + rows, 0)).padStart(9)}  ${reason}`,
  );
}

/** Said file by file: where all rows of a file find no order, its order numbers are written in another way. */
export function unknownOrderLines({ files }: GenerateReport): string[] {
  return files.flatMap(({ path, rows, reasons }) =>
    reasons
      .filter(({ code }) => code === UNKNOWN_ORDER)
      .map(
        (reason) =>
          `${printable(path)}: ${grouped(reason.rows)} of ${counted(rows.used, 'row')}. ${reason.reason}`,
      ),
  );
}

function isNote({ code, rows }: { code: string; rows: number }): boolean {
  return code.startsWith('note/') && rows > 0;
}

/** Reasons that concern a whole file count no rows. */
function ofRows(rows: number): string {
  return rows === 0 ? '' : `${counted(rows, 'row')}: `;
}
