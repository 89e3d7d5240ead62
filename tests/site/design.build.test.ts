import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '#scripts/pictures/open-browser.ts';
import { runDev, type RunningDev } from '../editor/run-dev.ts';
import { axeViolations } from './axe-violations.ts';

/** The states that ask most of a page; with AXE=all every one. */
const ASKED = process.env['AXE'] === 'all' ? /./ : /\/(?:much|withheld)\//;

let dev: RunningDev;
let browser: Browser;
const cache = mkdtempSync(join(tmpdir(), 'design-'));

beforeAll(async () => {
  dev = await runDev(resolve('tests/fixtures/content'), cache);
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await dev.stop();
  rmSync(cache, { recursive: true, force: true });
});

async function open(
  path: string,
  look: BrowserContextOptions,
): Promise<{ page: Page; status: number | undefined }> {
  const page = await browser.newPage({ ...look, reducedMotion: 'reduce' });
  // It would load the page anew in the middle of the test, as soon as it has bundled what the page needs.
  await page.route('**/@vite/client', (route) => route.abort());
  const response = await page.goto(`${dev.url}${path}`, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return { page, status: response?.status() };
}

test('every component in every state and theme at /design/ is free of what axe finds wrong', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await open('/design/', { colorScheme });
    // Without its three themes the page would pass for having nothing on it.
    const themes = await page
      .locator('.design__theme')
      .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('data-theme')))]);
    expect(themes.sort()).toEqual(['dark', 'light', 'screen']);
    expect(await axeViolations(page), colorScheme).toEqual([]);
    await page.close();
  }
});

test('every template stands nothing and one, much and long, old and withheld, on a phone', async () => {
  const { page: list } = await open('/design/', {});
  const templates = await list
    .locator('.design__templates a')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  await list.close();
  expect(templates.length).toBeGreaterThan(90);
  const wrong: Record<string, unknown> = {};
  for (const path of templates.filter((one) => ASKED.test(one))) {
    const { page, status } = await open(path, { viewport: { width: 360, height: 800 } });
    const { overflow, links, heading } = await page.evaluate(() => ({
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      links: document.querySelectorAll('.link-list a').length,
      heading: document.querySelector('h1')?.textContent?.trim() ?? '',
    }));
    const violations = await axeViolations(page);
    // Of thousands of learnings a page lists a few, and leads to the others.
    if (status !== 200 || heading === '' || overflow > 0 || links > 40 || violations.length > 0)
      wrong[path] = { status, heading, overflow, links, violations };
    await page.close();
  }
  expect(wrong).toEqual({});
});
