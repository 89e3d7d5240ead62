import type { Adapter } from '../adapter.ts';
import { parsePeriod } from '../period-text.ts';
import { foldHeader } from '../plan/fold-header.ts';
import { META_ADS_COLUMNS, SPENT_IN_CURRENCY } from './meta-ads-columns.ts';
import { metaAds } from './meta-ads.ts';

/** "Shop-Campaigns-Mar-1-2026-Mar-31-2026.csv", where the day is first "Shop-Campaigns-1-Mar-202631-Mar-2026.csv". */
const NAMED_DAY = String.raw`(?:(\d{1,2})-([A-Z][a-z]{2})|([A-Z][a-z]{2})-(\d{1,2}))-(\d{4})`;
const NAMED_PERIOD = new RegExp(`-${NAMED_DAY}(?:-to)?-?${NAMED_DAY}`);

/** The period in the name that the tool gives the file. */
function periodInName(path: string): Record<string, string> {
  const parts = NAMED_PERIOD.exec(path)?.slice(1) ?? [];
  const [first, last] = [parts.slice(0, 5), parts.slice(5)].map((day) => day.filter(Boolean).join(' ')); // prettier-ignore
  const period = parsePeriod(`${first ?? ''} - ${last ?? ''}`);
  return period === null ? {} : { startsOn: period.startsOn, endsOn: period.endsOn };
}

const { startsOn, endsOn, day } = META_ADS_COLUMNS;
const DAYS = new Set([...startsOn.headers, ...endsOn.headers, ...day.headers].map(foldHeader));

/**
 * The same export without any column of days, which people leave out: only its name says of which days it is. It is known
 * by its spend, which states its currency in the header.
 */
export const metaAdsUndated: Adapter = {
  ...metaAds,
  id: 'meta-ads-undated',
  label: 'Meta Ads Manager: Export table data without its days',
  platform: 'meta-ads',
  oneOf: [],
  recognises: (header) => {
    const names = header.map(foldHeader);
    return names.some((name) => SPENT_IN_CURRENCY.test(name)) && !names.some((name) => DAYS.has(name)); // prettier-ignore
  },
  named: periodInName,
  notes: [
    {
      code: 'note/no-period',
      reason:
        'Rows of unknown days, of which those of the newest file count: add "Reporting starts" and "Reporting ends" before exporting',
      where: '"endsOn" IS NULL',
    },
    ...(metaAds.notes ?? []),
  ],
};
