import type { GenerateReport } from './generate-report.ts';
import { printable } from './printable.ts';

/** What a person reads after a run: the row account of every file, the totals, and what changed. */
export function terminalReport(report: GenerateReport, check: boolean): string {
  return [
    ...fileTable(report),
    '',
    ...totalsLines(report),
    '',
    ...reasonLines(report),
    changesLine(report, check),
  ].join('\n');
}

function fileTable({ files }: GenerateReport): string[] {
  const header = ['file', 'read as', 'rows', 'used', 'ignored', 'rejected'];
  const rows = files.map(({ path, adapter, rows: account }) => [
    printable(path),
    adapter ?? 'left out',
    ...(adapter === null
      ? ['', '', '', '']
      : [account.in, account.used, account.ignored, account.rejected].map(grouped)),
  ]);
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [line(header), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)];
}

function totalsLines({ totals, asOf, personas, insights, kpis }: GenerateReport): string[] {
  return [
    `${grouped(totals.orders)} orders (${grouped(totals.cancelledOrders)} cancelled) of ${grouped(totals.customers)} customers; ` +
      `${grouped(totals.validLines)} valid lines worth ${totals.revenue.toLocaleString('en', { minimumFractionDigits: 2 })} ${totals.currency}; as of ${asOf}`,
    `${kpis.length} KPIs, ${personas.length} Portraits, ${insights.length} campaign results`,
  ];
}

/** What was left out file by file; what is only worth knowing summed over all files. */
function reasonLines({ files }: GenerateReport): string[] {
  const reasons = files.flatMap(({ path, reasons }) =>
    reasons.map((entry) => ({ path, ...entry })),
  );
  const isNote = ({ code, rows }: { code: string; rows: number }) =>
    code.startsWith('note/') && rows > 0;
  const leftOut = reasons
    .filter((entry) => !isNote(entry))
    .map(
      ({ path, rows, reason, code, example }) =>
        `  ${printable(path)}: ${counted(rows)}${reason} [${code}]${example === undefined ? '' : `, first at ${example}`}`,
    );
  const notes = [...Map.groupBy(reasons.filter(isNote), ({ reason }) => reason)].map(
    ([reason, entries]) =>
      `  ${grouped(entries.reduce((sum, { rows }) => sum + rows, 0)).padStart(9)}  ${reason}`,
  );
  return [
    ...(leftOut.length === 0 ? [] : ['Left out', ...leftOut, '']),
    ...(notes.length === 0 ? [] : ['Worth knowing', ...notes, '']),
  ];
}

/** Reasons that concern a whole file count no rows. */
function counted(rows: number): string {
  return rows === 0 ? '' : `${grouped(rows)} ${rows === 1 ? 'row' : 'rows'}: `;
}

function changesLine({ changes }: GenerateReport, check: boolean): string {
  const moved = changes.filter(({ change }) => change !== 'unchanged');
  if (moved.length === 0) return 'content/ is up to date: nothing to write';
  const list = moved.map(({ path, change }) => `  ${change}: ${path}`);
  return check
    ? [`content/ would change in ${moved.length} files:`, ...list].join('\n')
    : `${moved.length} files written, ${changes.length - moved.length} unchanged`;
}

function grouped(value: number): string {
  return value.toLocaleString('en');
}
