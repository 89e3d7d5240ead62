import type { Reshaped } from '../adapter.ts';
import { foldHeader } from '../plan/fold-header.ts';
import { parsePeriod, type Period } from '../period-text.ts';
import { splitRecords, type SplitRecord } from '../read/split-records.ts';

/** What a GA4 table becomes, whatever the report called its columns. */
const GA4_HEADER = [
  'Campaign',
  'Channel group',
  'Start date',
  'End date',
  'Sessions',
  'Conversions',
  'Purchases',
  'Revenue',
  'Is total',
];

/** One table of the report with the period that stands above it. */
interface Ga4Table {
  period: Period | null;
  header: string[];
  headerLine: number;
  records: SplitRecord[];
  /** Rows that stand apart from every table: what somebody wrote below. */
  isNote: boolean;
}

type Role =
  | 'group'
  | 'campaign'
  | 'date'
  | 'hour'
  | 'nth'
  | 'range'
  | 'segment'
  | 'sessions'
  | 'conversions'
  | 'purchases'
  | 'revenue';

/**
 * Names of columns by folded header; "Conversions" became "Key events" in 2023–24. German, French, Spanish, Italian,
 * Portuguese, Slovak, Japanese, Korean, Indonesian and Chinese names are those of public programs that read such files, and of
 * Google's help; one that nobody has seen is left out.
 */
const ROLES: [Role, RegExp][] = [
  ['group', /^(session|firstuser)?(primary|default|manual|custom)?channelgroup(ing)?(defaultchannelgroup)?$/],
  ['group', /^sitzung(standardchannelgruppe|primärechannelgruppe(standardchannelgruppe)?)$/],
  ['group', /^groupedecanaux(principaldelasession(groupedecanauxpardéfaut)?|pardéfaut(de|pour)lasession)$/],
  ['group', /^(primer)?grupodecanales(principal|predeterminado)del(asesión|usuario)(grupodecanalespredeterminado)?$/],
  ['group', /^gruppodicanaliprincipaledellasessione(gruppo.*)?$/],
  ['group', /^grupo(principaldecanais|decanaispadrão)dasessão(grupodecanaispadrão)?$/],
  ['group', /^hlavnáskupinakanálovrelácie(predvolenáskupinakanálov)?$/],
  ['group', /^(セッションのデフォルト|(セッション|ユーザーの最初)のメインの)チャネルグループ(デフォルトチャネルグループ)?$/],
  ['group', /^(세션|신규사용자)기본채널그룹(기본채널그룹)?$/],
  ['group', /^grupsaluranutama(sesi|penggunapertama)(grupsalurandefault)?$/],
  ['group', /^工作階段主要管道群組(預設管道群組)?$/],
  ['campaign', /^(session|firstuser)?(manual|googleads)?(campaign|campaignname|sourcemedium)$/],
  ['campaign', /^(sitzungquellemedium|sourcesupportdelasession|fuentemediodelasesión|campañadelasesión|sorgentemezzosessione|origemmídiadasessão|campanhadasessão|セッションの(参照元メディア|キャンペーン)|세션(소스매체|캠페인)|工作階段來源媒介)$/],
  ['date', /^(date|日付|날짜)$/],
  ['hour', /^datehouryyyymmddhh$/],
  ['nth', /^(nthday|dían|n日目|n일|hariken)$/],
  ['range', /^daterange$/],
  ['segment', /^(segment|comparison)$/],
  ['sessions', /^(sessions|sitzungen|sesiones|sessioni|sessões|relácie|セッション数?|세션수?|sesi|工作階段)$/],
  ['conversions', /^(conversions|keyevents|schlüsselereignisse|événementsclés|eventosclave|eventichiave|eventosprincipais|コンバージョン|キーイベント|주요이벤트수?|peristiwautama)$/],
  ['purchases', /^(ecommercepurchases|purchases|transactions)$/],
  ['revenue', /^(totalrevenue|purchaserevenue|gesamtumsatz|revenutotal|revenustotaux|ingresostotales|entratetotali|receitatotal|celkovévýnosy|合計収益|総収益|총수익)$/],
]; // prettier-ignore

/**
 * Makes one table of a GA4 report, which may hold a dozen. Taken are the tables by channel group or campaign that say
 * most of revenue, conversions and sessions; if two kinds of table see the same visits from two sides, only the first
 * of the richest kind counts, so that nothing is counted twice. So it is with the same table of other visitors (a
 * comparison, a segment), who can be the same people: the first counts.
 */
export function ga4Table(text: string): Reshaped {
  const tables = splitTables(text);
  const richness = Math.max(0, ...tables.map(tableRichness));
  const chosen = tables.find((table) => richness > 0 && tableRichness(table) === richness);
  const same = chosen?.header.map(foldHeader).join();
  const alike = tables.filter(
    (table) => same !== undefined && !table.isNote && table.header.map(foldHeader).join() === same,
  );
  const taken = alike.filter(
    (table) => alike.find((other) => isOfSameDays(table, other)) === table,
  );
  const [counted, others] = partSegments(taken);
  const left = tables.filter((table) => !taken.includes(table));
  return {
    header: GA4_HEADER,
    rows: counted.flatMap(tableRows),
    ignored: ignoredRows([...left, ...others].filter(({ records }) => records.length > 0)),
  };
}

function isOfSameDays(one: Ga4Table, other: Ga4Table): boolean {
  if (one === other) return true;
  return (
    one.period !== null &&
    one.period.startsOn === other.period?.startsOn &&
    one.period.endsOn === other.period.endsOn
  );
}

/** Tables with a column of segments, parted into the rows of the first one, with their total, and those of the others. */
function partSegments(tables: Ga4Table[]): [Ga4Table[], Ga4Table[]] {
  const column = tables[0]?.header.findIndex((name) => roleOf(name) === 'segment') ?? -1;
  const segmentOf = ({ cells }: SplitRecord): string => (cells[column] ?? '').trim();
  const first = tables.flatMap(({ records }) => records.map(segmentOf)).find((name) => name !== '');
  const isOther = (record: SplitRecord): boolean => !['', first].includes(segmentOf(record));
  if (column === -1) return [tables, []];
  return [
    tables.map((table) => ({
      ...table,
      records: table.records.filter((record) => !isOther(record)),
    })),
    tables.map((table) => ({ ...table, records: table.records.filter(isOther) })),
  ];
}

/** One line of the account for each reason, with the first table it is true of. */
function ignoredRows(tables: Ga4Table[]): Reshaped['ignored'] {
  const byReason = Map.groupBy(tables, (table) => whyNot(table).code);
  return [...byReason.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const rows = same.reduce((sum, { records }) => sum + records.length, 0);
    return [{ ...whyNot(first), rows, line: first.headerLine }];
  });
}

function whyNot(table: Ga4Table): { code: string; reason: string } {
  if (table.isNote)
    return { code: 'ignored/notes', reason: 'Lines below the tables that belong to none of them' };
  return tableRichness(table) > 0
    ? {
        code: 'ignored/same-visits',
        reason: 'Rows of a table that shows the same visits in another way',
      }
    : {
        code: 'ignored/other-table',
        reason:
          'Rows of tables without channel or campaign and its sessions, conversions or revenue',
      };
}

/** How much a table says of what campaigns brought; 0: nothing. Revenue says most. */
function tableRichness({ header, isNote }: Ga4Table): number {
  const roles = new Set(header.map(roleOf));
  if (isNote || !(roles.has('group') || roles.has('campaign'))) return 0;
  const points: [Role, number][] = [['revenue', 8], ['conversions', 4], ['purchases', 2], ['sessions', 1]]; // prettier-ignore
  return points.reduce((sum, [role, worth]) => sum + (roles.has(role) ? worth : 0), 0);
}

function roleOf(header: string): Role | null {
  const folded = foldHeader(header);
  return ROLES.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/** How the header of a table begins that lost its comments; anything else without them is somebody's note. */
const DIMENSION =
  /^["\s]*(nth|session|first user|event name|page|country|city|date|day|item|platform|device|user)\b/i;

/** A line of comments that states a day: "Start date: 20230625", in whatever language. The one below it is the last day. */
const STATED_DAY = /^[^:：\d]+[:：]?\s*(\d{8})$/;

/** Comments (#) and blank lines part the tables; a blank line between comments and header does not. */
function splitTables(text: string): Ga4Table[] {
  const tables: Ga4Table[] = [];
  let period: Period | null = null;
  let starts: string | null = null;
  // Where somebody took all comments out, blank lines alone part the tables.
  const isCommented = /^["\s]*#/m.test(text);
  let hasComments = false;
  let open: Ga4Table | null = null;
  let nextLine = 1;
  for (const record of splitRecords(text, delimiterOf(text))) {
    const cells = trimEnd(record.cells);
    const follows = record.line === nextLine;
    nextLine = record.line + 1 + cells.join('').split('\n').length - 1;
    const first = cells[0] ?? '';
    if (cells.length === 0) {
      open = null;
    } else if (first.trimStart().startsWith('#')) {
      const comment = first.replace(/^[\s#]+/, '');
      const day = STATED_DAY.exec(comment)?.[1];
      const stated = parsePeriod(`${starts ?? ''}-${day ?? ''}`);
      starts = day ?? null;
      if (stated !== null) period = stated;
      else if (/^\d{8}\s*-\s*\d{8}$/.test(comment)) period = parsePeriod(comment);
      hasComments = true;
      open = null;
    } else if (open === null || !follows) {
      open = {
        period,
        header: cells,
        headerLine: record.line,
        records: [],
        isNote: isCommented && !hasComments && tables.length > 0 && !DIMENSION.test(first),
      };
      if (open.isNote) open.records.push(record);
      tables.push(open);
      hasComments = false;
    } else open.records.push(record);
  }
  return tables;
}

/** Without the blank cells that a spreadsheet program adds. */
function trimEnd(cells: string[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, last + 1);
}

function delimiterOf(text: string): string {
  const header =
    text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '' && !/^\W*#/.test(line)) ?? '';
  return [',', ';', '\t'].reduce((best, sign) =>
    header.split(sign).length > header.split(best).length ? sign : best,
  );
}

function tableRows({ header, records, period }: Ga4Table): Reshaped['rows'] {
  const index = new Map<Role, number>();
  for (const [column, name] of header.entries()) {
    const role = roleOf(name);
    if (role !== null && !index.has(role)) index.set(role, column);
  }
  return records.map(({ line, cells }) => {
    const cell = (role: Role): string => (cells[index.get(role) ?? -1] ?? '').trim();
    const name = cell('campaign') || cell('group');
    const isTotal = name === '' || /^(grand )?totals?$/i.test(name);
    const days = rowPeriod(cell, period);
    return {
      line,
      cells: [
        name,
        cell('group'),
        days?.startsOn ?? '',
        days?.endsOn ?? '',
        cell('sessions'),
        cell('conversions'),
        cell('purchases'),
        cell('revenue'),
        isTotal ? 'yes' : 'no',
      ],
    };
  });
}

/** The row's own day where the table has one, else the period above it. "0003" is the fourth day of it. */
function rowPeriod(cell: (role: Role) => string, period: Period | null): Period | null {
  const day = (cell('date') || cell('hour')).slice(0, 8);
  if (/^\d{8}$/.test(day)) return parsePeriod(`${day}-${day}`);
  if (/^\d{4}$/.test(cell('nth')) && period !== null) {
    const date = new Date(Date.parse(period.startsOn) + Number(cell('nth')) * 86_400_000);
    const iso = date.toISOString().slice(0, 10);
    return { startsOn: iso, endsOn: iso };
  }
  return cell('range') === '' ? period : parsePeriod(cell('range'));
}
