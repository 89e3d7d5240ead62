import type { PortalConfigInput } from '#core/schemas/portal-config.ts';

/** The invented sample retailer. `npm run init` replaces this file by your own. */
const config: PortalConfigInput = {
  dataset: 'sample',
  company: {
    name: 'Tarn & Twill',
    sentence: 'Outdoor and denim, since the first long weekend',
    // Invented, like the retailer: no address under .example leads anywhere.
    url: 'https://portal.tarn-and-twill.example/',
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
  screens: {
    playlists: {
      entrance: {
        title: 'Entrance',
        slides: [
          {
            show: 'notice',
            kicker: 'Welcome',
            title: 'The holiday shift starts on Monday',
            text: 'Six new colleagues at the benches. Show them the Gift-giving Grandparent first.',
            until: '2026-11-30',
          },
          { show: 'portraits' },
        ],
      },
    },
  },
  coreCustomer: { persona: 'regular-gifts-home-gift-giver' },
  audiences: {
    hero: { advocate: 'The owner' },
    new: { advocate: 'Customer service' },
    'second-purchase-due': { advocate: 'E-mail marketing' },
    'last-christmas': { advocate: 'Gift buying' },
    'formerly-happy': { advocate: 'Customer service' },
    'one-brand': { advocate: 'Brand buying' },
    'follow-up-buyers': { advocate: 'Customer service' },
    'follow-up-baskets': { advocate: 'The web shop team' },
  },
};

export default config;
