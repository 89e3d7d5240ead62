import { styleText } from 'node:util';
import { counted } from '#core/format/counted.ts';
import { formatSource } from '#core/format/format-sources.ts';
import type { LeftOut } from '#core/schemas/data-quality.ts';
import { formatIssue } from './generate-error.ts';
import type { GenerateReport } from './generate-report.ts';
import { fileTable, leftOutLines, noteLines, unknownOrderLines } from './terminal-files.ts';
import { grouped, money, percent } from './terminal-numbers.ts';
import {
  driftFormat,
  driftLines,
  hintLines,
  lineageLines,
  nameLines,
  refusalLines,
  refusalTitle,
  warningLines,
} from './terminal-portraits.ts';
import { TERMINAL_WIDTH, wrapped } from './terminal-table.ts';

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
      : [
          '',
          paint(format, title),
          ...lines.map((line) => wrapped(`  ${line}`, TERMINAL_WIDTH, '    ')),
        ];
  const [head = '', rule = '', ...table] = fileTable(report);
  return [
    paint('bold', head),
    paint('dim', rule),
    ...table,
    '',
    ...totalsLines(report).map((line) => wrapped(line, TERMINAL_WIDTH, '  ')),
    ...section('Left out', leftOutLines(report)),
    ...section('Worth knowing', [...noteLines(report), ...laterLines(report)]),
    ...section('Rows that found no order', unknownOrderLines(report), 'yellow'),
    ...section('Orders that do not come to their total', arithmeticLines(report), 'yellow'),
    ...section('Orders without a stated tax', untaxedLines(report)),
    ...section(refusalTitle(report), refusalLines(report), 'yellow'),
    ...section(
      'How sure the Portraits are',
      [...hintLines(report), ...warningLines(report)],
      'yellow',
    ),
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

function totalsLines({
  totals,
  asOf,
  personas,
  insights,
  kpis,
  leftOut,
}: GenerateReport): string[] {
  return [
    `${counted(totals.orders, 'order')} (${grouped(totals.cancelledOrders)} cancelled); ${buyersWords(totals)}; ` +
      `${counted(totals.validLines, 'line')} of known customers worth ${money(totals.revenue, totals.currency)}; as of ${asOf}`,
    `${counted(kpis.length, 'KPI')}, ${counted(personas.length, 'Portrait')}, ${counted(insights.length, 'campaign result')}`,
    ...(leftOut.length === 0
      ? []
      : [`Left out at their own wish: ${leftOut.map(leftOutWords).join(', ')}`]),
  ];
}

/** Without orders Portraits are of everybody in the customer table, whether they bought or not. */
function buyersWords({ orders, buyers, customers }: GenerateReport['totals']): string {
  const people = counted(buyers ?? customers, 'customer');
  return orders === 0 && buyers !== 0 ? `${people} in the customer table` : `${people} who bought`;
}

function leftOutWords({ reason, people, floor }: LeftOut): string {
  const many = people === null ? `fewer than ${floor}` : grouped(people);
  return `${many} ${reason === 'forgotten' ? 'who asked to be forgotten' : 'who want no profile'}`;
}

/** By default the day is the newest order's: what was heard since waits for the next order. */
function laterLines({ later, asOf, files }: GenerateReport): string[] {
  const rows = later.orders + later.otherRows;
  if (rows === 0) return [];
  const counts = (number: number): string => grouped(number).padStart(9);
  const beyond = later.files.map((path) => {
    const to = files.find((file) => file.path === path)?.period?.to ?? asOf;
    return `${path} (to ${to})`;
  });
  const where = beyond.length === 0 ? '' : `. Files with such rows: ${shortList(beyond)}`;
  const cut = later.campaigns.flatMap(({ source, cut: period }) =>
    period === null
      ? []
      : [
          `${counts(period.rows)}  Of these rows, those of ${formatSource(source)} state figures of ${period.from} to ${period.to}, which cannot be cut at ${asOf}, so none of them counts: download the report up to that day, or by day`,
        ],
  );
  return [
    `${counts(rows)}  Orders and other rows later than ${asOf}, the day of the figures: they count from their own day on (--as-of names a later one)${where}`,
    ...cut,
  ];
}

const LISTED_FILES = 8;

function shortList(items: readonly string[]): string {
  const more = items.length - LISTED_FILES;
  return [...items.slice(0, LISTED_FILES), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

function arithmeticLines({ arithmetic }: GenerateReport): string[] {
  return arithmetic
    .filter(({ differ }) => differ > 0)
    .map(
      ({ source, differ, checked, differenceSum, largestDifference, currency }) =>
        `${formatSource(source)}: ${grouped(differ)} of ${counted(checked, 'checked order')}, by ${money(differenceSum, currency)} in all, at most ${money(largestDifference, currency)}`,
    );
}

/** Sources of whose prices nobody says whether they hold tax. */
function untaxedLines({ arithmetic }: GenerateReport): string[] {
  return arithmetic
    .filter(({ taxKnown }) => taxKnown === 0)
    .map(
      ({ source, orders }) =>
        `${formatSource(source)}: ${counted(orders, 'order')}. Where their prices hold any, so do the figures (docs/generate.md, Money: taxInPrices)`,
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

function changesLine({ changes }: GenerateReport, check: boolean): string {
  const moved = changes.filter(({ change }) => change !== 'unchanged');
  if (moved.length === 0) return 'content/ is up to date: nothing to write';
  const list = moved.map(({ path, change }) => `  ${change}: ${path}`);
  return check
    ? [`content/ would change in ${counted(moved.length, 'file')}:`, ...list].join('\n')
    : `${counted(moved.length, 'file')} written, ${changes.length - moved.length} unchanged`;
}
