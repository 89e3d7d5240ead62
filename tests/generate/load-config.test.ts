import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatGenerateError } from '#generate/generate-error.ts';
import { loadConfig } from '#generate/load-config.ts';
import { failure } from './exports/exports-fixture.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('loadConfig() says of each setting that does not fit what stands there and what belongs there', async () => {
  const path = join(temporaryFolder(), 'portal.config.mjs');
  const config = {
    dataset: 'shop',
    company: { name: 'Shop' },
    currency: 'Euro',
    timeZone: 'Berlin',
    retention: 30,
    privacy: { retentionDays: -3 },
    freshness: { shopify_orders: 3 },
    platforms: { klaviyo: { dateOrder: 'ymd' } },
  };
  writeFileSync(path, `export default ${JSON.stringify(config)};\n`);
  const error = await failure(loadConfig(path));
  const lines = formatGenerateError(error).replaceAll(path, 'CONFIG').split('\n');
  expect(lines[0]).toBe('Cannot use the configuration "CONFIG": 6 of its settings do not fit');
  expect(lines.slice(1, -1).sort()).toMatchInlineSnapshot(`
    [
      "  CONFIG, setting "currency": found "Euro"; expected an ISO 4217 code such as "EUR"",
      "  CONFIG, setting "freshness.shopify_orders": found a name that does not fit; expected kebab-case, for example "spring-mailing"",
      "  CONFIG, setting "platforms.klaviyo.dateOrder": found "ymd"; expected one of "dmy"|"mdy"",
      "  CONFIG, setting "privacy.retentionDays": found -3; expected number to be >=1",
      "  CONFIG, setting "retention": found a setting that does not exist; expected one of docs/configuration.md",
      "  CONFIG, setting "timeZone": found "Berlin"; expected an IANA time zone such as "Europe/Berlin"",
    ]
  `);
});

test.each([
  [
    { locale: 'fr_FR' },
    'setting "locale": found "fr_FR"; expected a language and country such as "en-GB" or "fr-FR"',
  ],
  [
    { language: 'fr' },
    'setting "language": found "fr"; expected a language with a file of texts: "en"',
  ],
])('loadConfig() refuses %j, which nothing can be written in', async (setting, expected) => {
  const path = join(temporaryFolder(), 'portal.config.mjs');
  const shop = {
    dataset: 'shop',
    company: { name: 'Shop' },
    currency: 'EUR',
    timeZone: 'Europe/Paris',
  };
  writeFileSync(path, `export default ${JSON.stringify({ ...shop, ...setting })};\n`);
  const error = await failure(loadConfig(path));
  expect(error.code).toBe('config/invalid');
  expect(formatGenerateError(error)).toContain(expected);
});

test('loadConfig() refuses settings of audiences that there are not, with the nearest name', async () => {
  const path = join(temporaryFolder(), 'portal.config.mjs');
  const config = {
    dataset: 'shop',
    company: { name: 'Shop' },
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    audience: {},
    audiences: {
      heros: {},
      hero: { shares: 0.1, share: 2 },
      contactLimit: { list: 1 },
      'last-christmas': { from: '12-01', to: '01-06' },
      'second-purchase-due': { fromDays: 100 },
    },
  };
  writeFileSync(path, `export default ${JSON.stringify(config)};\n`);
  const error = await failure(loadConfig(path));
  const lines = formatGenerateError(error).replaceAll(path, 'CONFIG').split('\n');
  expect(lines.slice(1, -1).sort()).toMatchInlineSnapshot(`
    [
      "  CONFIG, setting "audience": found a setting that does not exist; the nearest is "audiences"; expected one of docs/configuration.md",
      "  CONFIG, setting "audiences.contactLimit.list": found a setting that does not exist; the nearest is "lists"; expected one of docs/configuration.md",
      "  CONFIG, setting "audiences.hero.share": found 2; expected number to be <=1",
      "  CONFIG, setting "audiences.hero.shares": found a setting that does not exist; the nearest is "share"; expected one of docs/configuration.md",
      "  CONFIG, setting "audiences.heros": found a setting that does not exist; the nearest is "hero"; expected one of docs/configuration.md",
      "  CONFIG, setting "audiences.last-christmas.to": found "01-06"; expected a day of the same year, not before "12-01"",
      "  CONFIG, setting "audiences.second-purchase-due.toDays": found 90; expected at least fromDays, 100",
    ]
  `);
});

test('loadConfig() refuses screens that nobody could show, with what was meant', async () => {
  const path = join(temporaryFolder(), 'portal.config.mjs');
  const slides = [
    { show: 'kpis', onyl: ['return-rate'] },
    { show: 'notice', title: 'Welcome' },
    { show: 'kpi' },
    { show: 'boxes', when: { holds: 'orders >' } },
    { show: 'boxes', at: [{ from: '8:00' }] },
    { show: 'comparisons', pairs: [['ada', 'ada']] },
    { show: 'kpis', only: [] },
  ];
  const config = {
    ...{ dataset: 'shop', company: { name: 'Shop' }, currency: 'EUR', timeZone: 'Europe/Berlin' },
    screens: { nihgt: null, playlists: { hall: { title: 'Hall', slides } } },
  };
  writeFileSync(path, `export default ${JSON.stringify(config)};\n`);
  const error = await failure(loadConfig(path));
  const lines = formatGenerateError(error).replaceAll(path, 'CONFIG').split('\n');
  expect(lines.slice(1, -1).sort()).toMatchInlineSnapshot(`
    [
      "  CONFIG, setting "screens.nihgt": found a setting that does not exist; the nearest is "night"; expected one of docs/configuration.md",
      "  CONFIG, setting "screens.playlists.hall.slides.0.onyl": found a setting that does not exist; the nearest is "only"; expected one of docs/configuration.md",
      "  CONFIG, setting "screens.playlists.hall.slides.1.until": found nothing; expected its last day, such as "2026-12-24"",
      "  CONFIG, setting "screens.playlists.hall.slides.2.show": found "kpi"; expected portraits, comparisons, boxes, kpis, learnings, quotes, voices or notice",
      "  CONFIG, setting "screens.playlists.hall.slides.3.when.holds": found "orders >"; expected a number such as 9 or 0.25",
      "  CONFIG, setting "screens.playlists.hall.slides.4.at.0.from": found "8:00"; expected a time such as "08:30"",
      "  CONFIG, setting "screens.playlists.hall.slides.5.pairs.0": found a list; expected two different Portraits",
      "  CONFIG, setting "screens.playlists.hall.slides.6.only": found an empty list; expected a list of at least 1 entry",
    ]
  `);
});

test('loadConfig() refuses settings of a platform or source that there is not, with the nearest name', async () => {
  const path = join(temporaryFolder(), 'portal.config.mjs');
  const config = {
    dataset: 'shop',
    company: { name: 'Shop' },
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    sources: [{ name: 'till', files: ['till/*.txt'], table: 'orders', columns: {} }],
    freshness: { 'shopify-order': 3, shopify: 3, til: 3, till: 3, 'shopify-orders': 3 },
    platforms: { klavio: { decimal: '.' }, 'amazon-fba': {}, klaviyo: {}, 'till-2': {} },
  };
  writeFileSync(path, `export default ${JSON.stringify(config)};\n`);
  const error = await failure(loadConfig(path));
  expect(error.code).toBe('config/invalid');
  const lines = formatGenerateError(error).replaceAll(path, 'CONFIG').split('\n');
  expect(lines.slice(0, -1)).toMatchInlineSnapshot(`
    [
      "Cannot use the configuration "CONFIG": 5 of its settings do not fit",
      "  CONFIG, setting "platforms.klavio": found a name that nothing has; the nearest is "klaviyo"; expected an adapter of docs/exports.md, or the beginning of its name",
      "  CONFIG, setting "platforms.till-2": found a name that nothing has; expected an adapter of docs/exports.md, or the beginning of its name",
      "  CONFIG, setting "freshness.shopify-order": found a name that nothing has; the nearest is "shopify-orders"; expected an adapter of docs/exports.md, or a name of sources",
      "  CONFIG, setting "freshness.shopify": found a name that nothing has; the nearest are "shopify-orders", "shopify-products", "shopify-customers"; expected an adapter of docs/exports.md, or a name of sources",
      "  CONFIG, setting "freshness.til": found a name that nothing has; the nearest is "till"; expected an adapter of docs/exports.md, or a name of sources",
    ]
  `);
});
