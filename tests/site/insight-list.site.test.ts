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
