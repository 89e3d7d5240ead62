import type { IgnoredKind, SummaryRows } from '../adapter.ts';
import { sqlTexts } from '../cells/null-tokens.ts';
import { ALL_DAYS } from './meta-ads-columns.ts';

/** SQL of what a row of Meta's report is called: its campaign, else its ad set, else its ad. */
export const NAME = 'coalesce(campaign, "adSet", ad)';

/** SQL of what a row is of besides: its age, its platform and placement. */
export const BREAKDOWN = `nullif(array_to_string(list_transform(breakdowns, lambda item: item."cell"), ' / '), '')`;

/** A pivoted report has rows "All" for what its next level parts; of days in the account's language. */
const EACH_DAY = `coalesce(day IN (${sqlTexts(ALL_DAYS)}), false)`;
const IS_ALL = ['"adSet"', 'ad'].map((level) => `coalesce(${level} = 'All', false)`);
/** SQL: how many levels a row holds all of. */
const ALLS = `(${[EACH_DAY, ...IS_ALL].map((level) => `${level}::INTEGER`).join(' + ')}
  + coalesce(len(list_filter(list_concat(breakdowns, "otherMetrics"), lambda item: item."cell" = 'All')), 0))`;
/** SQL: campaigns of which rows of parts add up to their row of all. */
const PARTED = `SELECT campaign FROM typed GROUP BY campaign
  HAVING max(impressions) FILTER (${ALLS} > 0) = sum(impressions) FILTER (${ALLS} = 0)`;
const IS_OF_PARTS = `(${EACH_DAY} AND ${NAME} IN (SELECT ${NAME} FROM typed WHERE NOT ${EACH_DAY}))
  OR (${ALLS} > 0 AND campaign IN (${PARTED}))`;

/** SQL: whether campaigns are only named in their row of all, and the rows of their parts below it leave them out. */
const IS_LAID_OUT = `(SELECT count(*) FILTER (campaign IS NOT NULL AND ${ALLS} > 0) > 0
  AND count(*) FILTER (campaign IS NULL) > 1 AND bool_and(campaign IS NULL OR ${ALLS} > 0) FROM typed)`;
const SIZE = 'coalesce(impressions, spend, 0)';

/** Some totals have a name, but no day. */
const IS_CALLED_TOTAL = `(coalesce(regexp_full_match(${NAME}, '(?i)(grand )?totals?|합계|итого|gesamt'), false)
  AND coalesce(day, CAST("startsOn" AS VARCHAR)) IS NULL)`;
/** SQL: whether a row lacks what other rows are told by. */
function lacks(part: string): string {
  return `(${part} IS NULL AND (SELECT bool_or(${part} IS NOT NULL) FROM typed))`;
}

const SUMS = ['spend', 'impressions', 'clicks', 'purchases', 'value'];
const SAME_PARTS = ['"adSet"', 'ad']
  .map((level) => `(s.${level} = 'All' OR k.${level} IS NOT DISTINCT FROM s.${level})`)
  .join(' AND ');

/** The rows below the row of a whole campaign, in the sheet that Meta lays out for people. */
export const LAID_OUT_PARTS: IgnoredKind = {
  code: 'ignored/parts',
  reason:
    'Rows of parts of a campaign, which stand below the row of the whole campaign that counts',
  where: `campaign IS NULL AND (coalesce("adSet", ad) IS NOT NULL
    OR ${SIZE} < (SELECT max(${SIZE}) FROM typed WHERE campaign IS NULL)) AND ${IS_LAID_OUT}`,
};

/** The grand total, and the totals of a pivoted report on each of its levels, the coarsest with proof. */
export const META_ADS_TOTALS: SummaryRows[] = [
  {
    reason: 'Rows of the grand total',
    where: `delivery = '0' OR ${IS_CALLED_TOTAL} OR ${lacks(NAME)}
      OR (${NAME} IS NULL AND (${lacks(BREAKDOWN)} OR ${lacks('day')}))`,
    sums: [...SUMS, 'appInstalls', 'reactions', 'comments', 'shares'],
  },
  {
    reason: 'Rows of all days or parts beside a row for each of them',
    where: `(${IS_OF_PARTS}) AND ${ALLS} = (SELECT max(${ALLS}) FROM typed)`,
    sums: SUMS,
    covers: `k.campaign IS NOT DISTINCT FROM s.campaign AND ${SAME_PARTS}`,
  },
  {
    reason: 'Rows of all of some parts beside a row for each of them',
    where: IS_OF_PARTS,
    sums: [],
  },
];
