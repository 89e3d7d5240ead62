import { startingSentence } from '#core/language/first-letter.ts';

/** How platforms write themselves, by the beginning of the ids of their exports; the longest that fits counts. */
export const PLATFORMS: Readonly<Record<string, string>> = {
  amazon: 'Amazon',
  'amazon-ads': 'Amazon Ads',
  bigcommerce: 'BigCommerce',
  'call-sheet': 'Call sheet',
  ebay: 'eBay',
  freshdesk: 'Freshdesk',
  ga4: 'GA4',
  'google-ads': 'Google Ads',
  'google-forms': 'Google Forms',
  gorgias: 'Gorgias',
  klaviyo: 'Klaviyo',
  magento1: 'Magento 1',
  magento2: 'Magento 2',
  mailchimp: 'Mailchimp',
  'meta-ads': 'Meta Ads',
  shipstation: 'ShipStation',
  shopify: 'Shopify',
  surveymonkey: 'SurveyMonkey',
  'tiktok-ads': 'TikTok Ads',
  'tiktok-shop': 'TikTok Shop',
  typeform: 'Typeform',
  walmart: 'Walmart',
  woocommerce: 'WooCommerce',
  zendesk: 'Zendesk',
};

/** Words behind the platform that are no plain English. */
const WORDS: Readonly<Record<string, string>> = {
  ab: 'A/B',
  algolplus: 'AlgolPlus',
  creditmemo: 'credit memo',
  creditmemos: 'credit memos',
  explore: 'Explore',
  fba: 'FBA',
  kpi: 'KPI',
  mfn: 'MFN',
  webtoffee: 'WebToffee',
};

/**
 * A name as it begins a line: "Web" of "web"; platforms keep their own letters.
 *
 * Definition: its first letter is a capital one, unless the whole is how a platform writes itself.
 * Empty case: nothing stays nothing.
 * @example startingName('web') // => 'Web'
 * @example startingName('eBay') // => 'eBay'
 */
export function startingName(name: string): string {
  return Object.values(PLATFORMS).includes(name) ? name : startingSentence(name);
}

/** The id of an export as people call it. */
export interface ExportName {
  /** "Amazon"; null where the id begins with no platform's. */
  platform: string | null;
  /** "FBA returns"; empty where the platform has one export only. */
  rest: string;
}

/**
 * Name of an export – its platform as that writes itself, and what the export holds.
 * Definition: the longest beginning of the id that is a platform's, then the words behind it.
 * Empty case: an id of no platform is words alone.
 * @example exportName('amazon-fba-returns') // => { platform: 'Amazon', rest: 'FBA returns' }
 * @example exportName('ga4') // => { platform: 'GA4', rest: '' }
 * @example exportName('online-retail') // => { platform: null, rest: 'online retail' }
 */
export function exportName(id: string): ExportName {
  const words = id.split('-');
  for (let length = words.length; length > 0; length -= 1) {
    const platform = PLATFORMS[words.slice(0, length).join('-')];
    if (platform !== undefined) return { platform, rest: inWords(words.slice(length)) };
  }
  return { platform: null, rest: inWords(words) };
}

function inWords(words: readonly string[]): string {
  return words.map((word) => WORDS[word] ?? word).join(' ');
}
