import { amazonAdsReport } from './amazon-ads-report.ts';

/** The advertised product report: a row for each product that was shown, by SKU (sellers) or ASIN (vendors). */
export const amazonAdsAdvertisedProducts = amazonAdsReport({
  id: 'amazon-ads-advertised-products',
  label: 'Amazon Ads: Sponsored Products → Advertised product report',
  columns: {
    sku: { headers: ['Advertised SKU', 'Beworbene SKU', 'SKU pubblicizzato'], type: 'text' },
    asin: { headers: ['Advertised ASIN', 'Beworbene ASIN', 'ASIN pubblicizzato'], type: 'text' },
  },
  otherHeaders: ['Ad Group Name'],
  oneOf: [['sku', 'asin']],
  detail: 'coalesce(sku, asin)',
  hasPeriod: true,
});
