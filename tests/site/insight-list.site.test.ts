import { axeViolations } from './axe-violations.ts';
import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '#scripts/pictures/open-browser.ts';
import { serveDirectory, type RunningServer } from '#scripts/site/serve-directory.ts';
import { builtSites } from './built-sites.ts';
import { siteFiles } from './site-files.ts';

const sample = builtSites.find(({ name }) => name === 'sample content');

describe.skipIf(!sample)('the list of learnings', () => {
  const folder = sample?.folder ?? '';
  let browser: Browser;
  let site: RunningServer;

  beforeAll(async () => {
    browser = await openBrowser();
    site = await serveDirectory(folder, 0);
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  test('is sorted through by links alone, and says where one is', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.url}/insights/`);
    const all = await page.locator('.teaser').count();
    await page.locator('summary', { hasText: 'How sure we are' }).click();
    const chosen = page.getByRole('link', { name: 'Groups drawn by chance' });
    const count = Number(await chosen.locator('+ .facet__count').textContent());
    await chosen.click();
    await page.waitForURL('**/insights/grade/a/');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(
      'Groups drawn by chance',
    );
    expect(await page.locator('.teaser').count()).toBe(count);
    expect(count).toBeLessThan(all);
    expect(await page.locator('.facet a[aria-current=page]').count()).toBe(1);
    await context.close();
  });

  test('combines what is chosen, counts what is left, and takes a choice away again', async () => {
    const page = await browser.newPage();
    const titles = async (address: string) => {
      await page.goto(`${site.url}${address}`);
      return page.locator('.teaser__title').allInnerTexts();
    };
    const campaigns = await titles('/insights/kind/campaign/');
    const sure = await titles('/insights/grade/a/');
    const both = campaigns.filter((title) => sure.includes(title));
    expect(both.length).toBeGreaterThan(0);
    expect(both.length).toBeLessThan(campaigns.length);

    await page.goto(`${site.url}/insights/kind/campaign/`);
    await page.locator('summary', { hasText: 'How sure we are' }).click();
    await page.getByRole('link', { name: 'Groups drawn by chance' }).click();
    await page.waitForURL('**/insights/kind/campaign/?with=grade%2Fa');
    const status = page.locator('.facets-status');
    await expect.poll(() => status.innerText()).toBe(`${both.length} learnings`);
    expect(await page.locator('.teaser__title').allInnerTexts()).toEqual(both);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      'Campaign · Groups drawn by chance',
    );
    expect(await page.locator('.facet a[aria-current]').count()).toBe(2);
    expect(await axeViolations(page)).toEqual([]);

    // A third choice narrows to what it says, and its entries can be opened.
    const year = page.locator('a[data-value^="year/"]:visible').first();
    await page.locator('summary', { hasText: 'When' }).click();
    const left = Number(await year.locator('+ .facet__count').innerText());
    await year.click();
    await expect.poll(() => page.locator('.facet a[aria-current]').count()).toBe(3);
    await expect.poll(() => page.locator('.teaser').count()).toBe(left);
    const first = page.locator('.teaser__title a').first();
    const title = await first.innerText();
    await first.click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title);

    await page.goto(`${site.url}/insights/kind/campaign/?with=grade/a`);
    await page.locator('.facet a[data-value="kind/campaign"]').click();
    await page.waitForURL('**/insights/grade/a/');
    expect(await page.locator('.teaser__title').allInnerTexts()).toEqual(sure);
    await page.close();
  });

  test('opens a learning with the notes for the role, and hides nothing', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}/insights/care-cards-in-the-box/`);
    const notes = await page.locator('.for-role').count();
    expect(notes).toBeGreaterThan(1);
    await page.goto(`${site.url}/insights/care-cards-in-the-box/?role=service`);
    expect(await page.locator('.for-role').first().getAttribute('data-role')).toBe('service');
    expect(await page.locator('#my-notes .for-role').count()).toBe(1);
    expect(await page.locator('.for-role').count()).toBe(notes);
    await page.close();
  });

  test('offers no value that leads to nothing', () => {
    const lists = siteFiles(folder).filter((path) =>
      /^insights\/(?:kind|finding|grade|portrait|kpi|year)\/[^/]+\/index\.html$/.test(path),
    );
    expect(lists.length).toBeGreaterThan(5);
    for (const path of lists) {
      expect(existsSync(join(folder, path))).toBe(true);
      expect(readFileSync(join(folder, path), 'utf8'), path).toContain('class="teaser"');
    }
  });
});
