import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from './axe-violations.ts';
import { fixtureSite, builtSites } from './built-sites.ts';
import { openBrowser } from '#scripts/pictures/open-browser.ts';
import { serveDirectory, type RunningServer } from '#scripts/site/serve-directory.ts';

const TEMPLATES = [
  '/',
  '/audiences/',
  '/personas/',
  '/personas/map/',
  '/personas/brand-enthusiast/',
  '/personas/careful-giver/',
  '/personas/quiet-newcomer/',
  '/insights/',
  '/insights/saved-basket/',
  '/insights/voucher-every-week/',
  '/kpis/',
  '/kpis/repeat-purchase-rate/',
  '/kpis/second-purchase-within-90-days/',
  '/guess/',
  '/method/',
  '/poster/brand-enthusiast/',
  '/poster/brand-enthusiast/bench/',
  '/poster/core-customer/',
  '/search/',
  '/screen/',
  '/screen/lobby/',
  '/screen/packing/',
  '/404.html',
];
const EMPTY_TEMPLATES = [
  '/',
  '/audiences/',
  '/guess/',
  '/personas/',
  '/personas/map/',
  '/insights/',
  '/kpis/',
  '/method/',
  '/screen/',
];

const emptySite = builtSites.find(({ name }) => name === 'no content');

let browser: Browser;
let site: RunningServer;
let empty: RunningServer;

beforeAll(async () => {
  browser = await openBrowser();
  site = await serveDirectory(fixtureSite.folder, 0);
  empty = await serveDirectory(emptySite?.folder ?? '', 0);
});

afterAll(async () => {
  await browser.close();
  await site.close();
  await empty.close();
});

/** Opens a page and returns everything that is wrong with it for somebody. */
async function problems(url: string, width: number, colorScheme: 'light' | 'dark') {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  const messages: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') messages.push(message.text());
  });
  page.on('pageerror', (error) => messages.push(error.message));
  await page.goto(url);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  const violations = await axeViolations(page);
  await page.close();
  return { messages, overflow, violations };
}

describe.each(['light', 'dark'] as const)('every template in %s', (scheme) => {
  test.each([360, 1280])(
    'is without violations, scrolling aside and errors at %i px',
    async (width) => {
      const found = [
        ...TEMPLATES.map((path) => ({ path, url: site.url + path })),
        ...EMPTY_TEMPLATES.map((path) => ({ path: `empty ${path}`, url: empty.url + path })),
      ];
      const wrong: Record<string, unknown> = {};
      for (const { path, url } of found) {
        const result = await problems(url, width, scheme);
        if (result.messages.length + result.violations.length > 0 || result.overflow > 0) {
          wrong[path] = result;
        }
      }
      expect(wrong).toEqual({});
    },
  );
});
