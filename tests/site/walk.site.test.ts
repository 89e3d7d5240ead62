import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { fixtureSite } from './built-sites.ts';
import { openBrowser } from '#scripts/pictures/open-browser.ts';
import { serveDirectory, type RunningServer } from '#scripts/site/serve-directory.ts';

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
  page.on('request', (request) => requests.push(request.url()));
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
  expect(requests.filter((url) => !url.startsWith(`${site.url}/`))).toEqual([]);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

test('a reader walks from home to a Portrait and on to a learning', async () => {
  await page.goto(`${site.url}/`);
  await page.getByRole('link', { name: 'The Brand Enthusiast' }).first().click();
  await page.waitForURL('**/personas/brand-enthusiast/');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('The Brand Enthusiast');
  await page.getByRole('link', { name: 'A saved basket serves better than a push' }).click();
  await page.waitForURL('**/insights/saved-basket/');
  expect(await page.getByRole('table').first().innerText()).toContain('Unsubscribed');
});

test('a number opens its passport by tap and by keyboard, without script', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const quiet = await plain.newPage();
  await quiet.goto(`${site.url}/personas/brand-enthusiast/`);
  const number = quiet
    .getByRole('button', { name: '€58.20, where this number comes from' })
    .first();
  const passport = quiet.locator('.passport:popover-open');
  await number.click();
  expect(await passport.innerText()).toMatch(/How it is worked out[\s\S]*Shopify orders/);
  await quiet.keyboard.press('Escape');
  expect(await passport.count()).toBe(0);
  await number.focus();
  await quiet.keyboard.press('Enter');
  expect(await passport.count()).toBe(1);
  await plain.close();
});

test('search finds a Portrait, a learning and a KPI, and loads its index on first use only', async () => {
  await page.goto(`${site.url}/search/`);
  expect(requests.some((url) => url.includes('search-index'))).toBe(false);
  await page.getByRole('searchbox').fill('basket');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'A saved basket serves better than a push' }).waitFor();
  expect(requests.some((url) => url.includes('search-index'))).toBe(true);
  await page.getByRole('searchbox').fill('enthusiast');
  await page.keyboard.press('Enter');
  await page
    .locator('.search__results')
    .getByRole('link', { name: 'The Brand Enthusiast', exact: true })
    .waitFor();
  await page.goto(`${site.url}/search/?q=repeat`);
  await page
    .locator('.search__results')
    .getByRole('link', { name: 'Repeat purchase rate', exact: true })
    .waitFor();
  await page.goto(`${site.url}/search/?q=xyzzyplugh`);
  await page.getByText('Nothing found').waitFor();
});

test('the screen rotates, pauses by space and steps by arrow keys', async () => {
  await page.goto(`${site.url}/screen/?speed=20`);
  const current = () => page.evaluate(() => document.documentElement.dataset['slide']);
  const seen = new Set<string | undefined>();
  for (let look = 0; look < 30; look += 1) {
    seen.add(await current());
    await page.waitForTimeout(100);
  }
  expect(seen.size).toBeGreaterThan(2);
  expect(await page.locator('.slide:visible').count()).toBeGreaterThan(0);
  await page.keyboard.press('Space');
  const paused = await current();
  await page.waitForTimeout(1500);
  expect(await current()).toBe(paused);
  const count = await page.locator('.slide').count();
  await page.keyboard.press('ArrowRight');
  expect(await current()).toBe(String((Number(paused) + 1) % count));
  await page.keyboard.press('ArrowLeft');
  expect(await current()).toBe(paused);
  await page.keyboard.press('Space');
  await page.waitForTimeout(1500);
  expect(await current()).not.toBe(paused);
});

test('the screen shows one slide from the first frame on', async () => {
  await page.addInitScript(() => {
    const counts: number[] = [];
    Object.assign(window, { counts });
    const look = (): void => {
      const seen = [...document.querySelectorAll('.slide')].filter((slide) =>
        slide.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
      );
      if (document.readyState !== 'loading') counts.push(seen.length);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(`${site.url}/screen/`);
  await page.waitForTimeout(800);
  const counts = await page.evaluate(() => (window as unknown as { counts: number[] }).counts);
  expect(counts.length).toBeGreaterThan(5);
  expect(new Set(counts)).toEqual(new Set([1]));
});

test.each([360, 1280, 1920])('no text of a Portrait lies over another at %i px', async (width) => {
  await page.setViewportSize({ width, height: 900 });
  for (const id of ['brand-enthusiast', 'careful-giver', 'quiet-newcomer']) {
    await page.goto(`${site.url}/personas/${id}/`);
    const overlaps = await page.evaluate(() => {
      const blocks = [
        ...document.querySelectorAll('main :is(h1, h2, h3, p, li, dt, dd, figcaption)'),
      ]
        .filter((block) => block.checkVisibility() && !block.closest('[popover], details'))
        .map((block) => {
          const range = document.createRange();
          range.selectNodeContents(block);
          return { block, box: range.getBoundingClientRect() };
        })
        .filter(({ box }) => box.width > 0 && box.height > 0);
      return blocks.flatMap(({ block, box }, index) =>
        blocks
          .slice(index + 1)
          .filter((other) => !block.contains(other.block))
          .filter(
            // Lines set tightly touch by a pixel or two without covering a letter.
            ({ box: next }) =>
              Math.min(box.right, next.right) - Math.max(box.left, next.left) > 1 &&
              Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top) > 6,
          )
          .map((other) => `${block.textContent} / ${other.block.textContent}`),
      );
    });
    expect(overlaps, id).toEqual([]);
  }
});

test('everything but search and rotation can be read without script', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const quiet = await plain.newPage();
  await quiet.goto(`${site.url}/screen/`);
  const slides = quiet.locator('.slide');
  expect(await slides.count()).toBeGreaterThan(3);
  expect(await slides.nth(2).isVisible()).toBe(true);
  await quiet.goto(`${site.url}/insights/saved-basket/`);
  await quiet.getByText('The same as a table').first().click();
  expect(await quiet.getByRole('table').nth(1).isVisible()).toBe(true);
  await quiet.goto(`${site.url}/search/`);
  expect(await quiet.getByText('Searching needs JavaScript').isVisible()).toBe(true);
  await plain.close();
});

test('the keyboard reaches the text past the navigation', async () => {
  await page.goto(`${site.url}/`);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the text');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
});

test('an address that does not exist says so in the site’s own words', async () => {
  const response = await page.goto(`${site.url}/nobody/here/`);
  expect(response?.status()).toBe(404);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Nobody lives here');
  // The browser reports the missing page itself.
  errors = errors.filter((message) => !message.includes('404'));
});
