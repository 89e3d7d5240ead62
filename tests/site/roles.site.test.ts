import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ROLES } from '#core/schemas/role.ts';
import { openBrowser } from '#scripts/pictures/open-browser.ts';
import { serveDirectory, type RunningServer } from '#scripts/site/serve-directory.ts';
import { fixtureSite } from './built-sites.ts';

let browser: Browser;
let site: RunningServer;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  site = await serveDirectory(fixtureSite.folder, 0);
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
});

afterEach(() => context.close());

afterAll(async () => {
  await browser.close();
  await site.close();
});

const choice = () => page.getByLabel('My role');
const headings = () => page.locator('main h2').allInnerTexts();
const parts = () =>
  page
    .locator('[data-order]')
    .first()
    .evaluate((whole) =>
      [...whole.children].map((part) => (part as HTMLElement).dataset['part'] ?? ''),
    );
/** What stands on the page, in whatever order. */
const words = async () => (await page.locator('main').innerText()).split(/\s+/).sort();

describe('my role', () => {
  test('puts what matters to it first on the home page, and hides nothing', async () => {
    await page.goto(`${site.url}/`);
    const everybody = await parts();
    const said = await words();
    for (const [role, first] of [
      ['packing', 'boxes'],
      ['finance', 'stand'],
      ['leadership', 'stand'],
      ['marketing', 'market'],
    ] as const) {
      await choice().selectOption(role);
      expect((await parts())[0], role).toBe(first);
      expect([...(await parts())].sort()).toEqual([...everybody].sort());
      expect(await words()).toEqual(said);
    }
    await choice().selectOption('');
    expect(await parts()).toEqual(everybody);
  });

  test('is remembered on the device, on every page', async () => {
    await page.goto(`${site.url}/`);
    const first = (await headings())[0];
    await choice().selectOption('finance');
    await page.reload();
    expect(await choice().inputValue()).toBe('finance');
    expect((await headings())[0]).not.toBe(first);
    await page.goto(`${site.url}/personas/brand-enthusiast/`);
    expect(await choice().inputValue()).toBe('finance');
  });

  test('opens its notes at the head of a Portrait, and puts them back', async () => {
    await page.goto(`${site.url}/personas/brand-enthusiast/`);
    const order = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('main :is(.for-role, .story p)')].map(({ textContent }) =>
          textContent.trim().slice(0, 40),
        ),
      );
    const before = await order();
    await choice().selectOption('packing');
    expect((await order())[0]).toContain('At the packing bench');
    expect(await page.locator('.own-notes > .for-role').count()).toBe(1);
    await choice().selectOption('service');
    expect((await order())[0]).toContain('In customer service');
    expect(await page.locator('.own-notes > .for-role').count()).toBe(1);
    await choice().selectOption('');
    expect(await order()).toEqual(before);
  });

  test('stands open beside each name in the list of Portraits', async () => {
    await page.goto(`${site.url}/personas/?role=packing`);
    const line = page.getByText('Fold the hem to the front').first();
    expect(await line.isVisible()).toBe(true);
    await choice().selectOption('');
    expect(await line.isVisible()).toBe(false);
    await page.getByText('What this means for each role').first().click();
    expect(await line.isVisible()).toBe(true);
  });

  test('is lent by a link for the visit, and leaves what was chosen here', async () => {
    await page.goto(`${site.url}/`);
    await choice().selectOption('finance');
    await page.goto(`${site.url}/?role=packing`);
    expect(await choice().inputValue()).toBe('packing');
    await page.goto(`${site.url}/personas/`);
    expect(await choice().inputValue()).toBe('packing');
    const later = await context.newPage();
    await later.goto(`${site.url}/`);
    expect(await later.getByLabel('My role').inputValue()).toBe('finance');
    await page.goto(`${site.url}/?role=nobody`);
    expect(await choice().inputValue()).toBe('packing');
    await choice().selectOption('service');
    expect(new URL(page.url()).search).toBe('');
  });

  test('works where the browser lets no page remember anything, and says so', async () => {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.addInitScript(() => {
      for (const store of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, store, {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      }
    });
    await page.goto(`${site.url}/?role=finance`);
    expect((await parts())[0]).toBe('stand');
    await choice().selectOption('packing');
    expect((await parts())[0]).toBe('boxes');
    expect(await page.locator('.role-choice [role=status]').innerText()).toContain(
      'For this page only',
    );
    expect(errors).toEqual([]);
  });

  test('is chosen by keyboard, and the keyboard goes in the order that is seen', async () => {
    await page.goto(`${site.url}/`);
    await choice().focus();
    await page.keyboard.press('ArrowDown');
    expect(await choice().inputValue()).toBe('packing');
    await choice().selectOption('finance');
    const tops = await page.evaluate(() =>
      [...document.querySelectorAll('.home-parts > *')].map(
        (part) => part.getBoundingClientRect().top,
      ),
    );
    expect(tops).toEqual([...tops].sort((left, right) => left - right));
  });

  test.each(['/', '/personas/', '/personas/brand-enthusiast/'])(
    'moves nothing that was painted: %s',
    async (path) => {
      await page.addInitScript(() => {
        const shifts: number[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            shifts.push((entry as PerformanceEntry & { value: number }).value);
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(`${site.url}${path}?role=finance`);
      await page.waitForTimeout(500);
      const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
      expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.001);
    },
  );

  test('is not there without script: everything stands in the order for everybody', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const quiet = await plain.newPage();
    await quiet.goto(`${site.url}/?role=packing`);
    expect(await quiet.getByLabel('My role').isVisible()).toBe(false);
    expect(await quiet.locator('[data-part=people]').isVisible()).toBe(true);
    await quiet.goto(`${site.url}/personas/brand-enthusiast/?role=packing`);
    expect(await quiet.locator('.own-notes').isVisible()).toBe(false);
    expect(await quiet.locator('.for-role').count()).toBe(2);
    await plain.close();
  });

  test('offers every role a note can be for, in a script under 1.5 KB', async () => {
    await page.goto(`${site.url}/`);
    const values = await choice()
      .locator('option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    expect(values).toEqual(['', ...ROLES]);
    const script = readFileSync(join(fixtureSite.folder, 'scripts/role.js'));
    expect(brotliCompressSync(script).length).toBeLessThan(1536);
  });
});
