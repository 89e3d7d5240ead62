import type { SummaryRows } from '../adapter.ts';

const SPACE = String.raw`[\s\x{a0}\x{202f}]*`;
const TOTALS = 'total|gesamt|totale|totaal|suma|somma|celkem|итого|всего|合計|razem';
/** "Total: Campaigns"; before 2018 "Total - all but removed campaigns" and, of all, "Total". */
const TOTAL = String.raw`(?i)(?:${TOTALS})${SPACE}:${SPACE}(.*)`;
const OLD_TOTAL = String.raw`(?i)total(?: - (.+))?`;
/** Of all campaigns. */
const OF_ALL =
  'account|campaign|keyword|ad group|^ads$|^$|konto|kampagne|compte|campagne|cuenta|campaña|conta|campanha|palavra|kampa[nň]|účet|аккаунт|кампани|アカウント|キャンペーン';
/** Of all parts of campaigns that the report lists; other totals are of what it does not list too. */
const OF_PARTS =
  '((all but removed|filtered) )?(search terms|suchbegriffe|locations|ad groups|ads|(search )?keywords|ad schedules)|filtered';
/** Among the cells of all columns that are not read. */
const OTHER_TOTAL = String.raw`(?i)(^|\x1f)(${TOTALS})${SPACE}:`;
const OTHER_CELLS = `array_to_string(list_transform("otherMetrics", lambda item: item."cell"), chr(31))`;

/** What the totals of a report have to be told by. */
interface ReportLabels {
  /** Columns in which a total can stand, whatever else its row holds: what it is of is its label. */
  labels: string[];
  /** Further ones, which can hold such words of their own. */
  names: string[];
  /** SQL that is true for a row that is of no campaign, or whatever else a row must be of: one with a name may be a total. */
  isOfNothing: string;
  /** SQL that is true for a row of a part of a campaign. */
  isOfParts: string;
}

/**
 * The totals below the rows of a Google Ads report: of what it lists, of the account and of each type of campaign, where rows
 * are parted by device once more of each device. A total of the account proves a report of campaigns; one of parts lacks the
 * campaigns that have none (Performance Max).
 */
export function googleAdsTotals({
  labels,
  names,
  isOfNothing,
  isOfParts,
}: ReportLabels): SummaryRows[] {
  const columns = [...labels, ...names];
  const any = (some: string[], pattern: string): string =>
    some.map((name) => `coalesce(regexp_full_match("${name}", '${pattern}'), false)`).join(' OR ');
  const isTotal = `${any(labels, TOTAL)} OR ((${isOfNothing}) AND (${any(names, TOTAL)} OR ${any(columns, OLD_TOTAL)}
    OR coalesce(regexp_matches(${OTHER_CELLS}, '${OTHER_TOTAL}'), false)))`;
  const texts = (row: string): string =>
    columns
      .flatMap((name) =>
        [TOTAL, OLD_TOTAL].map(
          (pattern) => `nullif(regexp_extract(${row}"${name}", '^${pattern}$', 1), '')`,
        ),
      )
      .join(', ');
  const totalOf = (row: string): string => `lower(trim(coalesce(${texts(row)}, '')))`;
  const listsParts = `(SELECT coalesce(bool_or((${isOfParts}) AND NOT (${isTotal})), false) FROM typed)`;
  const sums = ['impressions', 'clicks', 'conversions', 'revenue', 'spend'];
  const sameDays = `k.day IS NOT DISTINCT FROM coalesce(s.day, k.day) AND k.segment IS NOT DISTINCT FROM coalesce(s.segment, k.segment)`;
  return [
    {
      reason: 'Rows "Total:" of all campaigns, the account or a type',
      where: `(${isTotal}) AND NOT ${listsParts}
        AND (regexp_matches(${totalOf('')}, '${OF_ALL}') OR ${totalOf('')} IN (SELECT lower("campaignType") FROM typed WHERE NOT (${isTotal})))`,
      sums,
      covers: `(regexp_matches(${totalOf('s.')}, '${OF_ALL}') OR lower(k."campaignType") = ${totalOf('s.')}) AND ${sameDays}`,
    },
    {
      reason: 'Rows "Total:" of all parts that the report lists',
      where: `(${isTotal}) AND regexp_full_match(${totalOf('')}, '${OF_PARTS}')`,
      sums,
      covers: sameDays,
    },
    {
      reason: 'Rows "Total:" of more than what the report lists',
      where: isTotal,
      sums: [],
    },
  ];
}
