import type { Adapter } from '../adapter.ts';
import { foldHeader } from '../plan/fold-header.ts';
import { googleAds, PART_NAMES, TOTAL_LABELS } from './google-ads.ts';
import { googleAdsTotals } from './google-ads-totals.ts';

const { campaign, ...columns } = googleAds.columns;
const CAMPAIGN = new Set(campaign?.headers.map(foldHeader));

/**
 * Google Ads' report of search terms or keywords, downloaded inside one campaign, and the card "Search keywords" of the
 * overview: no column names the campaign, so it is called as the file. Its totals are of what it lists, of the rest and of
 * the whole campaign.
 */
export const googleAdsInCampaign: Adapter = {
  ...googleAds,
  id: 'google-ads-in-campaign',
  label: 'Google Ads: a campaign → Search terms or Keywords → Download',
  columns: { ...columns, fileName: { headers: [], type: 'text' } },
  recognises: (header) => !header.some((name) => CAMPAIGN.has(foldHeader(name))),
  oneOf: [['searchTerm', 'keyword']],
  summaries: googleAdsTotals({
    labels: TOTAL_LABELS,
    names: PART_NAMES,
    isOfNothing: `coalesce("matchType", "adGroup") IS NULL OR regexp_matches("matchType", '^Total')`,
    isOfParts: 'coalesce("searchTerm", keyword) IS NOT NULL',
  }),
  overlap: { key: ['fileName', 'day', 'week', 'month', 'startsOn', 'endsOn'], newest: 'endsOn' },
  select: { ...googleAds.select, campaign: '"fileName"' },
};
