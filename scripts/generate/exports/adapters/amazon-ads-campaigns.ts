import { AMAZON_ADS_CHANNEL, amazonAdsReport } from './amazon-ads-report.ts';

/** The campaign report; "Start Date" and "End Date" are the campaign's own, not the period's. */
export const amazonAdsCampaigns = amazonAdsReport({
  id: 'amazon-ads-campaigns',
  label: 'Amazon Ads: Sponsored Products → Campaign report',
  columns: { campaignType: { headers: ['Campaign Type'], type: 'text' } },
  otherHeaders: [
    'Status',
    'Budget',
    'Targeting Type',
    'Bidding strategy',
    'Last Year Impressions',
    'Last Year Clicks',
    'Last Year Spend',
    'Last Year Cost Per Click (CPC)',
  ],
  channel: `coalesce(lower("campaignType"), ${AMAZON_ADS_CHANNEL})`,
  hasPeriod: false,
});
