import type { PortalConfigInput } from '#core/schemas/portal-config.ts';

/** The invented sample retailer. `npm run init` replaces this file by your own. */
const config: PortalConfigInput = {
  dataset: 'sample',
  company: {
    name: 'Tarn & Twill',
    sentence: 'Outdoor and denim, since the first long weekend',
  },
  locale: 'en-US',
  currency: 'USD',
  timeZone: 'America/New_York',
  brand: { color: '#2f5d50' },
  channelNames: {
    'amazon.com': 'Amazon',
    'app 294517112833': 'phone app',
    'draft order': 'phone order',
    pos: 'store',
    web: 'web shop',
  },
  ignoreFiles: ['sample-retailer.txt'],
  nonProducts: ['^GIFT-WRAP$', '^Hemming$'],
  giftPatterns: ['[Gg]ift'],
};

export default config;
