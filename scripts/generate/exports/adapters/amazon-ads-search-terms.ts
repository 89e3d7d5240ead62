import { amazonAdsReport } from './amazon-ads-report.ts';

/** The search term report: what people typed before they saw an ad and clicked. */
export const amazonAdsSearchTerms = amazonAdsReport({
  id: 'amazon-ads-search-terms',
  label: 'Amazon Ads: Sponsored Products → Search term report',
  columns: {
    searchTerm: {
      headers: [
        'Customer Search Term',
        'Suchbegriff eines Kunden',
        'Término de búsqueda de cliente',
        'Término de búsqueda del cliente',
        ...['Termine ricerca cliente', 'Termine di ricerca del cliente'],
        ...['Terme de recherche client', 'Terme de recherche du client'],
        'カスタマーの検索キーワード',
      ],
      type: 'text',
      requiredHeader: true,
    },
  },
  otherHeaders: ['Ad Group Name', 'Targeting', 'Match Type'],
  detail: '"searchTerm"',
  hasPeriod: true,
});
