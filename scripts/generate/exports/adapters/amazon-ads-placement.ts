import { amazonAdsReport } from './amazon-ads-report.ts';

/** The placement report: where on the page ads were shown. */
export const amazonAdsPlacement = amazonAdsReport({
  id: 'amazon-ads-placement',
  label: 'Amazon Ads: Sponsored Products → Placement report',
  columns: {
    placement: { headers: ['Placement'], type: 'text', requiredHeader: true },
  },
  otherHeaders: ['Bidding strategy', 'Placement Type'],
  detail: 'placement',
  hasPeriod: true,
});
