import { styleText } from 'node:util';
import { counted } from '#core/format/counted.ts';
import { formatBytes } from '#core/format/format-bytes.ts';
import { formatSource } from '#core/format/format-sources.ts';
import { lineageSentence } from '#core/personas/lineage-words.ts';
import type { FileReport, LeftOut } from '#core/schemas/data-quality.ts';
import { driftDetails, driftSentence } from '#core/segmentation/drift-words.ts';
import { formatIssue } from './generate-error.ts';
import type { GenerateReport } from './generate-report.ts';
import { printable } from './printable.ts';
import { terminalTable, wrapped, type TerminalRow } from './terminal-table.ts';

/** The terminal speaks English. */
const WORDS = { locale: 'en' };
/** Columns that every terminal has room for. */
const WIDTH = 100;
/** Reasons of a file that are said in full; the JSON has all. */
const TOP_REASONS = 3;
const UNKNOWN_ORDER = 'note/unknown-order';

export interface ReportStyle {
  /** `--check`: nothing was written. */
  check: boolean;
  /** Only where a person looks at a terminal. */
  isColoured: boolean;
}

/** What a person reads after a run: the row account of every file, the totals, what is old or missing, what changed. */
export function terminalReport(report: GenerateReport, { check, isColoured }: ReportStyle): string {
  const paint = (format: 'bold' | 'dim' | 'yellow', text: string): string =>
    isColoured ? styleText(format, text, { validateStream: false }) : text;
  const section = (title: string, lines: string[], format: 'bold' | 'yellow' = 'bold'): string[] =>
    lines.length === 0
      ? []
      : ['', paint(format, title), ...lines.map((line) => wrapped(`  ${line}`, WIDTH, '    '))];
  const [head = '', rule = '', ...table] = fileTable(report);
  return [
    paint('bold', head),
    paint('dim', rule),
    ...table,
    '',
    ...totalsLines(report).map((line) => wrapped(line, WIDTH, '  ')),
    ...section('Left out', leftOutLines(report)),
    ...section('Worth knowing', noteLines(report)),
    ...section('Rows that found no order', unknownOrderLines(report), 'yellow'),
    ...section('Orders that do not come to their total', arithmeticLines(report), 'yellow'),
    ...section(refusalTitle(report), refusalLines(report), 'yellow'),
    ...section('How sure the Portraits are', hintLines(report), 'yellow'),
    ...section('Whether the Portraits still fit', driftLines(report), driftFormat(report)),
    ...section('What became of the Portraits', lineageLines(report)),
    ...section('Names that their figures contradict', nameLines(report), 'yellow'),
    ...section('Orders of nobody we know', identityLines(report)),
    ...section('Not fresh', staleLines(report), 'yellow'),
    ...section('What would tell us more', missingLines(report)),
    ...section('Texts whose figures are gone', textLines(report), 'yellow'),
    ...section('Texts that cannot be read', unreadableLines(report), 'yellow'),
    '',
    changesLine(report, check),
  ].join('\n');
}

function fileTable({ files }: GenerateReport): string[] {
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
    WIDTH,
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

function totalsLines({
  totals,
  asOf,
  personas,
  insights,
  kpis,
  leftOut,
}: GenerateReport): string[] {
  return [
    `${counted(totals.orders, 'order')} (${grouped(totals.cancelledOrders)} cancelled); ${counted(totals.buyers ?? totals.customers, 'customer')} who bought; ` +
      `${grouped(totals.validLines)} lines of known customers worth ${money(totals.revenue, totals.currency)}; as of ${asOf}`,
    `${counted(kpis.length, 'KPI')}, ${counted(personas.length, 'Portrait')}, ${counted(insights.length, 'campaign result')}`,
    ...(leftOut.length === 0
      ? []
      : [`Left out at their own wish: ${leftOut.map(leftOutWords).join(', ')}`]),
  ];
}

function leftOutWords({ reason, people, floor }: LeftOut): string {
  const many = people === null ? `fewer than ${floor}` : grouped(people);
  return `${many} ${reason === 'forgotten' ? 'who asked to be forgotten' : 'who want no profile'}`;
}

/** What was left out file by file, the most rows first. */
function leftOutLines({ files }: GenerateReport): string[] {
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
function noteLines({ files }: GenerateReport): string[] {
  const notes = files.flatMap(({ reasons }) =>
    reasons.filter((reason) => isNote(reason) && reason.code !== UNKNOWN_ORDER),
  );
  return [...Map.groupBy(notes, ({ reason }) => reason)].map(
    ([reason, entries]) =>
      `${grouped(entries.reduce((sum, { rows }) => sum + rows, 0)).padStart(9)}  ${reason}`,
  );
}

/** Said file by file: where all rows of a file find no order, its order numbers are written in another way. */
function unknownOrderLines({ files }: GenerateReport): string[] {
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

function arithmeticLines({ arithmetic }: GenerateReport): string[] {
  return arithmetic
    .filter(({ differ }) => differ > 0)
    .map(
      ({ source, differ, checked, differenceSum, largestDifference, currency }) =>
        `${formatSource(source)}: ${grouped(differ)} of ${counted(checked, 'checked order')}, by ${money(differenceSum, currency)} in all, at most ${money(largestDifference, currency)}`,
    );
}

function identityLines({ identity }: GenerateReport): string[] {
  return identity.sources
    .filter(({ nobody }) => nobody > 0)
    .map(
      ({ source, orders, nobody, nobodyShareOfOrders, nobodyShareOfRevenue }) =>
        `${formatSource(source)}: ${grouped(nobody)} of ${counted(orders, 'order')} (${percent(nobodyShareOfOrders)}${nobodyShareOfRevenue === null ? '' : `, ${percent(nobodyShareOfRevenue)} of revenue`}): in totals and KPIs, in no Portrait`,
    );
}

/** On the day on which the groups were found there is nothing to compare them with yet. */
function driftLines({ drift, asOf }: GenerateReport): string[] {
  if (drift === null || drift.since === asOf) return [];
  const writing = { day: (day: string) => day, share: percent };
  return [driftSentence(drift, writing), driftDetails(drift, writing)];
}

function refusalLines({ segmentation }: GenerateReport): string[] {
  return segmentation.status === 'refused' ? [segmentation.explanation] : [];
}

/** A Portrait that a rule defines, another tool brought or somebody wrote needs no groups. */
function refusalTitle({ personas }: GenerateReport): string {
  return personas.length === 0 ? 'Why there are no Portraits' : 'Why no groups were found';
}

function hintLines({ certainty }: GenerateReport): string[] {
  if (certainty === null || certainty.hints.length === 0) return [];
  const { groups, hints, sentence } = certainty;
  const portraits = counted(groups, 'Portrait');
  if (hints.length < groups)
    return [`${portraits}, of them ${counted(hints.length, 'hint')}: ${sentence}`];
  return [
    groups === 1
      ? `${portraits}, only a hint: ${sentence}`
      : `${portraits}, all of them hints: ${sentence}`,
  ];
}

function driftFormat({ drift }: GenerateReport): 'bold' | 'yellow' {
  return drift?.level === 'major' ? 'yellow' : 'bold';
}

/** On the day on which they are all found for the first time there is nothing to tell. */
function lineageLines({ lineage, names }: GenerateReport): string[] {
  if (lineage.every(({ change, from }) => change === 'born' && from.length === 0)) return [];
  const name = (id: string): string => names[id] ?? id;
  return lineage.map(
    (event) => `${name(event.id)}: ${lineageSentence(event, { day: (day) => day, name })}`,
  );
}

/** What nobody has edited gets its new name when the groups are found anew; a name in an edited text is people's. */
function nameLines({ contradictedNames, names }: GenerateReport): string[] {
  return contradictedNames.map(
    (id) =>
      `“${names[id] ?? id}”: write a better one into content/personas/${id}.mdx; a text that nobody has edited gets one by --refit`,
  );
}

function staleLines({ freshness }: GenerateReport): string[] {
  return freshness
    .filter(({ isStale }) => isStale)
    .map(
      ({ source, newest, ageDays, limitDays }) =>
        `${formatSource(source)}: the newest row is of ${newest}, ${counted(ageDays, 'day')} before as-of; at most ${limitDays} are expected. Export it again`,
    );
}

function missingLines({ missing }: GenerateReport): string[] {
  return missing.map((gap) =>
    typeof gap === 'string'
      ? gap
      : `${gap.lacks}, so nobody can tell ${gap.cannotTell}. ${gap.remedy} (${gap.docs})`,
  );
}

/** What people wrote stays, and keeps the site from being built until they have decided. */
function textLines({ textsWithoutFigures }: GenerateReport): string[] {
  return textsWithoutFigures.map(
    ({ path, lacks }) =>
      `content/${path} shows figures of ${lacks.join(', ')}, which no export brings: the site cannot be built with it. Nothing was deleted. Put the export back into exports/, or take these figures out of the text, or delete it`,
  );
}

/** The site says the same, but only when it is built. */
function unreadableLines({ unreadableTexts }: GenerateReport): string[] {
  return [
    ...unreadableTexts.map((issue) => formatIssue(issue)),
    ...(unreadableTexts.length === 0
      ? []
      : ['The site cannot be built until these are mended; "npm run check" checks all texts']),
  ];
}

/** Reasons that concern a whole file count no rows. */
function ofRows(rows: number): string {
  return rows === 0 ? '' : `${counted(rows, 'row')}: `;
}

function changesLine({ changes }: GenerateReport, check: boolean): string {
  const moved = changes.filter(({ change }) => change !== 'unchanged');
  if (moved.length === 0) return 'content/ is up to date: nothing to write';
  const list = moved.map(({ path, change }) => `  ${change}: ${path}`);
  return check
    ? [`content/ would change in ${counted(moved.length, 'file')}:`, ...list].join('\n')
    : `${counted(moved.length, 'file')} written, ${changes.length - moved.length} unchanged`;
}

function grouped(value: number): string {
  return value.toLocaleString('en');
}

function money(value: number, currency: string): string {
  return `${value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} ${currency}`;
}

function percent(share: number): string {
  return share.toLocaleString('en', { style: 'percent', maximumFractionDigits: 1 });
}
