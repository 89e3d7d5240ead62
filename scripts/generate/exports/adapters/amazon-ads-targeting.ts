import { amazonAdsReport } from './amazon-ads-report.ts';

/** The targeting report: keywords and products that ads were bound to. */
export const amazonAdsTargeting = amazonAdsReport({
  id: 'amazon-ads-targeting',
  label: 'Amazon Ads: Sponsored Products → Targeting report',
  columns: {
    targeting: {
      headers: ['Targeting', 'Segmentación', 'Ciblage'],
      type: 'text',
      requiredHeader: true,
    },
    matchType: {
      headers: [
        'Match Type',
        'Tipo de coincidencia',
        'Tipo di corrispondenza',
        'Type de correspondance',
      ],
      type: 'text',
      requiredHeader: true,
    },
  },
  otherHeaders: ['Ad Group Name'],
  detail: 'targeting',
  hasPeriod: true,
});
