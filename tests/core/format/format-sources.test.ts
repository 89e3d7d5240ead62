import { expect, test } from 'vitest';
import { formatSources } from '#core/format/format-sources.ts';

test.each([
  [[], ''],
  [['klaviyo-campaigns'], 'Klaviyo campaigns'],
  [['generic-campaign-results'], 'the campaign results export'],
  [['Help desk <b>'], 'Help desk <b>'],
  [['online-retail', 'generic-returns'], 'Online retail, the returns export'],
  [['ga4'], 'GA4'],
  [['tiktok-shop', 'tiktok-ads'], 'TikTok Shop, TikTok Ads'],
  [['amazon-fba-returns', 'amazon-ads-campaigns'], 'Amazon FBA returns, Amazon Ads campaigns'],
  [['magento1'], 'Magento 1'],
  [['magento1-orders', 'ebay', 'magento1-creditmemos'], 'Magento 1 orders and credit memos, eBay'],
  [
    ['generic-products', 'generic-returns', 'generic-tickets'],
    'the products, returns and tickets exports',
  ],
])('formatSources() writes %j as %j', (sources, text) => {
  expect(formatSources(sources)).toBe(text);
});

test('formatSources() names the first platforms of a long list and counts the rest', () => {
  const sources = ['shopify-orders', 'amazon-orders', 'amazon-fba-returns', 'ebay', 'walmart'];
  expect(formatSources(sources, {}, 2)).toBe('Shopify, Amazon and 2 more');
  expect(formatSources(sources, {}, 3)).toBe('Shopify, Amazon, eBay and 1 more');
  expect(formatSources(sources, {}, 4)).toBe(
    'Shopify orders, Amazon orders and FBA returns, eBay, Walmart',
  );
  expect(formatSources(sources)).toBe(formatSources(sources, {}, 4));
});
