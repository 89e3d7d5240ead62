import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { axeViolations } from './axe-violations.ts';
import { fixtureSite } from './built-sites.ts';
import { layoutShift } from './layout-shift.ts';
import { visitSite } from './visit-site.ts';

const visit = visitSite(fixtureSite.folder);

const focused = (): Promise<string | undefined> =>
  visit.page.evaluate(() => document.activeElement?.textContent || document.activeElement?.id);

test.each(['/', '/personas/brand-enthusiast/', '/insights/saved-basket/', '/kpis/'])(
  '“/” and Ctrl K lead from %s to the search',
  async (path) => {
    for (const key of ['/', 'Control+k']) {
      await visit.page.goto(`${visit.site.url}${path}`);
      await visit.page.keyboard.press(key);
      await visit.page.waitForURL('**/search/');
      await expect.poll(focused).toBe('query');
    }
  },
);

test('“/” can be switched off on the device; Ctrl K stays', async () => {
  await visit.page.goto(`${visit.site.url}/search/`);
  await visit.page.locator('.search__slash').uncheck();
  await visit.page.goto(`${visit.site.url}/kpis/`);
  await visit.page.keyboard.press('/');
  await visit.page.waitForTimeout(200);
  expect(new URL(visit.page.url()).pathname).toBe('/kpis/');
  await visit.page.keyboard.press('Control+k');
  await visit.page.waitForURL('**/search/');
  expect(await visit.page.locator('.search__slash').isChecked()).toBe(false);
});

test('a whole search goes by keyboard: key, words, arrows, Enter', async () => {
  await visit.page.goto(`${visit.site.url}/`);
  await visit.page.keyboard.press('/');
  await visit.page.waitForURL('**/search/');
  await expect.poll(focused).toBe('query');
  await visit.page.keyboard.type('saved basket');
  await visit.page.locator('.search__result').first().waitFor();
  await visit.page.keyboard.press('ArrowDown');
  expect(await focused()).toBe('A saved basket serves better than a push');
  await visit.page.keyboard.press('ArrowUp');
  expect(await focused()).toBe('query');
  await visit.page.keyboard.press('ArrowDown');
  await visit.page.keyboard.press('Escape');
  expect(await focused()).toBe('query');
  await visit.page.keyboard.press('ArrowDown');
  await visit.page.keyboard.press('Enter');
  await visit.page.waitForURL('**/insights/saved-basket/');
});

test('a “/” that is typed into the search stays a letter', async () => {
  await visit.page.goto(`${visit.site.url}/search/`);
  await visit.page.getByRole('searchbox').focus();
  await visit.page.keyboard.type('a/b');
  expect(await visit.page.getByRole('searchbox').inputValue()).toBe('a/b');
});

test.each(['/search/', '/search/?q=basket', '/search/?q=jklmn'])(
  'nothing that was painted moves when the search comes up: %s',
  async (path) => {
    await visit.page.setViewportSize({ width: 412, height: 823 });
    // On a slow line the script comes when all else could be painted.
    await visit.page.route('**/scripts/search.js', async (route) => {
      await setTimeout(300);
      await route.continue();
    });
    expect(await layoutShift(visit.page, `${visit.site.url}${path}`)).toBeLessThan(0.001);
  },
);

test('the search runs in a worker and loads only the files that a query needs', async () => {
  await visit.page.goto(`${visit.site.url}/search/`);
  await visit.page.waitForTimeout(200);
  expect(visit.page.workers()).toEqual([]);
  expect(visit.requests.filter((path) => path.includes('search-index'))).toEqual([]);
  await visit.page.getByRole('searchbox').fill('basket');
  await visit.page.locator('.search__result').first().waitFor();
  expect(visit.page.workers()).toHaveLength(1);
  const loaded = visit.requests.filter((url) => /^\/search\/.+\.json$/.test(new URL(url).pathname));
  expect(loaded.length).toBeGreaterThan(0);
  const all = readdirSync(join(fixtureSite.folder, 'search')).filter((name) =>
    name.endsWith('.json'),
  );
  expect(loaded.length).toBeLessThan(all.length);
});

test('the search works on the page where no worker can be started', async () => {
  await visit.page.addInitScript(() => {
    Object.defineProperty(window, 'Worker', { value: undefined });
  });
  await visit.page.goto(`${visit.site.url}/search/?q=enthusiast`);
  await visit.page
    .locator('.search__results')
    .getByRole('link', { name: 'The Brand Enthusiast', exact: true })
    .waitFor();
});

test('results are grouped, marked and narrowed by facets that stand in the address', async () => {
  await visit.page.goto(`${visit.site.url}/search/?q=basket`);
  await visit.page.locator('.search__result').first().waitFor();
  expect(await visit.page.locator('.search__results mark').first().innerText()).toMatch(/basket/i);
  const kinds = await visit.page.locator('.search__kind').allInnerTexts();
  expect(kinds.length).toBeGreaterThan(1);
  await visit.page.locator('.search__facets').getByLabel('Learnings').check();
  await expect
    .poll(() => visit.page.locator('.search__kind').allInnerTexts())
    .toEqual(['Learnings']);
  expect(new URL(visit.page.url()).search).toBe('?q=basket&kind=insight');
  await visit.page.reload();
  await visit.page.locator('.search__result').first().waitFor();
  expect(await visit.page.locator('.search__kind').allInnerTexts()).toEqual(['Learnings']);
  expect(await visit.page.locator('.search__facets').getByLabel('Learnings').isChecked()).toBe(
    true,
  );
});

test.each([
  ['light', 360],
  ['dark', 1280],
] as const)(
  'nothing in the results is wrong for anybody: %s, %i px',
  async (colorScheme, width) => {
    await visit.page.emulateMedia({ colorScheme });
    await visit.page.setViewportSize({ width, height: 800 });
    await visit.page.goto(`${visit.site.url}/search/?q=basket`);
    await visit.page.locator('.search__result').first().waitFor();
    if (width === 360) await visit.page.getByText('Narrow the results').click();
    expect(await visit.page.locator('.search__facet').first().isVisible()).toBe(true);
    expect(await axeViolations(visit.page)).toEqual([]);
    expect(await visit.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  },
);

test('an answer to older words never replaces that to newer ones', async () => {
  await visit.page.goto(`${visit.site.url}/search/`);
  await visit.page.getByRole('searchbox').pressSequentially('enthusiast', { delay: 5 });
  await visit.page.getByText('for “enthusiast”').waitFor();
  await visit.page.waitForTimeout(300);
  expect(await visit.page.locator('.search__status').innerText()).toContain('for “enthusiast”');
});

test('a search that cannot load says so and works again with the next letter', async () => {
  await visit.page.route('**/search-index.json', (route) => route.abort());
  await visit.page.goto(`${visit.site.url}/search/`);
  await visit.page.getByRole('searchbox').fill('baske');
  await visit.page.getByText('could not be loaded').waitFor();
  await visit.page.unroute('**/search-index.json');
  await visit.page.getByRole('searchbox').fill('basket');
  await visit.page.locator('.search__result').first().waitFor();
  visit.errors = visit.errors.filter((message) => !message.includes('Failed to load resource'));
});

test('what a group does not show is one key away', async () => {
  await visit.page.goto(`${visit.site.url}/search/?q=enthusiast`);
  const more = visit.page.getByRole('button', { name: 'more in Figures' });
  await more.waitFor();
  await more.focus();
  await visit.page.keyboard.press('Enter');
  await expect.poll(() => visit.page.locator('.search__kind').allInnerTexts()).toEqual(['Figures']);
  expect(await visit.page.locator('.search__result').count()).toBeGreaterThan(4);
  expect(await visit.page.evaluate(() => document.activeElement?.matches('.search__title a'))).toBe(
    true,
  );
  expect(new URL(visit.page.url()).search).toBe('?q=enthusiast&kind=fact');
});

test('opened as a file it says that it needs the portal’s address', async () => {
  await visit.page.goto(
    `${pathToFileURL(join(fixtureSite.folder, 'search/index.html')).href}?q=basket`,
  );
  await visit.page.getByText('Search works at the portal’s web address only').waitFor();
  visit.errors = [];
});
