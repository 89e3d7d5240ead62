import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser } from '#scripts/pictures/open-browser.ts';
import { serveDirectory, type RunningServer } from '#scripts/site/serve-directory.ts';
import { axeViolations } from './axe-violations.ts';
import { fixtureSite } from './built-sites.ts';

let browser: Browser;
let site: RunningServer;
let context: BrowserContext;
let page: Page;
let requests: string[];
let errors: string[];

beforeAll(async () => {
  browser = await openBrowser();
  site = await serveDirectory(fixtureSite.folder, 0);
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  requests = [];
  errors = [];
  context.on('request', (request) => requests.push(new URL(request.url()).pathname));
  page.on('pageerror', (error) => {
    // Not of the site's making: Chromium reports an animation between two pages that it skipped under load.
    if (!error.message.startsWith('Transition was aborted')) errors.push(error.message);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
});

afterEach(async () => {
  await context.close();
  expect(errors).toEqual([]);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

const focused = (): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.textContent || document.activeElement?.id);

test.each(['/', '/personas/brand-enthusiast/', '/insights/saved-basket/', '/kpis/'])(
  '“/” and Ctrl K lead from %s to the search',
  async (path) => {
    for (const key of ['/', 'Control+k']) {
      await page.goto(`${site.url}${path}`);
      await page.keyboard.press(key);
      await page.waitForURL('**/search/');
      await expect.poll(focused).toBe('query');
    }
  },
);

test('“/” can be switched off on the device; Ctrl K stays', async () => {
  await page.goto(`${site.url}/search/`);
  await page.locator('.search__slash').uncheck();
  await page.goto(`${site.url}/kpis/`);
  await page.keyboard.press('/');
  await page.waitForTimeout(200);
  expect(new URL(page.url()).pathname).toBe('/kpis/');
  await page.keyboard.press('Control+k');
  await page.waitForURL('**/search/');
  expect(await page.locator('.search__slash').isChecked()).toBe(false);
});

test('a whole search goes by keyboard: key, words, arrows, Enter', async () => {
  await page.goto(`${site.url}/`);
  await page.keyboard.press('/');
  await page.waitForURL('**/search/');
  await expect.poll(focused).toBe('query');
  await page.keyboard.type('saved basket');
  await page.locator('.search__result').first().waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe('A saved basket serves better than a push');
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toBe('query');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  expect(await focused()).toBe('query');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/insights/saved-basket/');
});

test('a “/” that is typed into the search stays a letter', async () => {
  await page.goto(`${site.url}/search/`);
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('a/b');
  expect(await page.getByRole('searchbox').inputValue()).toBe('a/b');
});

test('the search runs in a worker and loads only the files that a query needs', async () => {
  await page.goto(`${site.url}/search/`);
  await page.waitForTimeout(200);
  expect(page.workers()).toEqual([]);
  expect(requests.filter((path) => path.includes('search-index'))).toEqual([]);
  await page.getByRole('searchbox').fill('basket');
  await page.locator('.search__result').first().waitFor();
  expect(page.workers()).toHaveLength(1);
  const loaded = requests.filter((path) => /^\/search\/.+\.json$/.test(path));
  expect(loaded.length).toBeGreaterThan(0);
  const all = readdirSync(join(fixtureSite.folder, 'search')).filter((name) =>
    name.endsWith('.json'),
  );
  expect(loaded.length).toBeLessThan(all.length);
});

test('the search works on the page where no worker can be started', async () => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'Worker', { value: undefined });
  });
  await page.goto(`${site.url}/search/?q=enthusiast`);
  await page
    .locator('.search__results')
    .getByRole('link', { name: 'The Brand Enthusiast', exact: true })
    .waitFor();
});

test('results are grouped, marked and narrowed by facets that stand in the address', async () => {
  await page.goto(`${site.url}/search/?q=basket`);
  await page.locator('.search__result').first().waitFor();
  expect(await page.locator('.search__results mark').first().innerText()).toMatch(/basket/i);
  const kinds = await page.locator('.search__kind').allInnerTexts();
  expect(kinds.length).toBeGreaterThan(1);
  await page.locator('.search__facets').getByLabel('Learnings').check();
  await expect.poll(() => page.locator('.search__kind').allInnerTexts()).toEqual(['Learnings']);
  expect(new URL(page.url()).search).toBe('?q=basket&kind=insight');
  await page.reload();
  await page.locator('.search__result').first().waitFor();
  expect(await page.locator('.search__kind').allInnerTexts()).toEqual(['Learnings']);
  expect(await page.locator('.search__facets').getByLabel('Learnings').isChecked()).toBe(true);
});

test.each([
  ['light', 360],
  ['dark', 1280],
] as const)(
  'nothing in the results is wrong for anybody: %s, %i px',
  async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${site.url}/search/?q=basket`);
    await page.locator('.search__result').first().waitFor();
    if (width === 360) await page.getByText('Narrow the results').click();
    expect(await page.locator('.search__facet').first().isVisible()).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  },
);

test('an answer to older words never replaces that to newer ones', async () => {
  await page.goto(`${site.url}/search/`);
  await page.getByRole('searchbox').pressSequentially('enthusiast', { delay: 5 });
  await page.getByText('for “enthusiast”').waitFor();
  await page.waitForTimeout(300);
  expect(await page.locator('.search__status').innerText()).toContain('for “enthusiast”');
});

test('a search that cannot load says so and works again with the next letter', async () => {
  await page.route('**/search-index.json', (route) => route.abort());
  await page.goto(`${site.url}/search/`);
  await page.getByRole('searchbox').fill('baske');
  await page.getByText('could not be loaded').waitFor();
  await page.unroute('**/search-index.json');
  await page.getByRole('searchbox').fill('basket');
  await page.locator('.search__result').first().waitFor();
  errors = errors.filter((message) => !message.includes('Failed to load resource'));
});

test('what a group does not show is one key away', async () => {
  await page.goto(`${site.url}/search/?q=enthusiast`);
  const more = page.getByRole('button', { name: 'more in Figures' });
  await more.waitFor();
  await more.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.search__kind').allInnerTexts()).toEqual(['Figures']);
  expect(await page.locator('.search__result').count()).toBeGreaterThan(4);
  expect(await page.evaluate(() => document.activeElement?.matches('.search__title a'))).toBe(true);
  expect(new URL(page.url()).search).toBe('?q=enthusiast&kind=fact');
});

test('opened as a file it says that it needs the portal’s address', async () => {
  await page.goto(`${pathToFileURL(join(fixtureSite.folder, 'search/index.html')).href}?q=basket`);
  await page.getByText('Search works at the portal’s web address only').waitFor();
  errors = [];
});
