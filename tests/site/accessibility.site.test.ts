import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
  '/personas/brand-enthusiast/?role=packing',
  '/personas/?role=service',
  '/personas/careful-giver/',
  '/personas/quiet-newcomer/',
  '/insights/',
  '/insights/saved-basket/',
  '/insights/voucher-every-week/',
  '/kpis/',
  '/kpis/tree/',
  '/kpis/repeat-purchase-rate/',
  '/kpis/second-purchase-within-90-days/',
  '/go-to-market/',
  '/guess/',
  '/method/',
  '/poster/brand-enthusiast/',
  '/poster/brand-enthusiast/bench/',
  '/poster/core-customer/',
  '/search/',
  '/screen/',
  '/screen/lobby/',
  '/screen/packing/',
  '/voices/',
  '/404.html',
];
const EMPTY_TEMPLATES = [
  '/',
  '/audiences/',
  '/go-to-market/',
  '/guess/',
  '/personas/',
  '/personas/map/',
  '/insights/',
  '/kpis/',
  '/kpis/tree/',
  '/method/',
  '/screen/',
  '/voices/',
];

/** What only a portal with much in it has: lists of many learnings, drafts, Portraits beside each other. */
const SAMPLE_TEMPLATES = [
  '/insights/',
  '/insights/grade/a/',
  '/kpis/tree/',
  '/voices/',
  '/go-to-market/',
  '/insights/early-gifts-2024-11/',
  '/personas/compare/monthly-jeans-loyalist/seasonal-home-fitter/',
];

const sampleSite = builtSites.find(({ name }) => name === 'sample content');
const emptySite = builtSites.find(({ name }) => name === 'no content');

let browser: Browser;
let site: RunningServer;
let empty: RunningServer;
let sample: RunningServer | null;

beforeAll(async () => {
  browser = await openBrowser();
  site = await serveDirectory(fixtureSite.folder, 0);
  empty = await serveDirectory(emptySite?.folder ?? '', 0);
  sample = sampleSite ? await serveDirectory(sampleSite.folder, 0) : null;
});

afterAll(async () => {
  await browser.close();
  await site.close();
  await empty.close();
  await sample?.close();
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
  // What is folded up is on the page, too.
  const overflow = await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
  });
  const violations = await axeViolations(page);
  await page.close();
  return { messages, overflow, violations };
}

/** Each template in each theme and at each width once; with AXE=all everything at every width in every theme. */
const LOOKS: readonly (readonly ['light' | 'dark', number])[] = [
  ['light', 360],
  ['dark', 1280],
  ...(process.env['AXE'] === 'all'
    ? ([
        ['light', 1280],
        ['dark', 360],
      ] as const)
    : []),
];

test.each(LOOKS)(
  'every template in %s is without violations, scrolling aside and errors at %i px',
  async (scheme, width) => {
    // What is empty or many is made of the same parts: one look, unless all are asked for.
    const isMore = scheme === 'light' || process.env['AXE'] === 'all';
    const more = [
      ...EMPTY_TEMPLATES.map((path) => ({ path: `empty ${path}`, url: empty.url + path })),
      ...SAMPLE_TEMPLATES.flatMap((path) =>
        sample ? [{ path: `sample ${path}`, url: sample.url + path }] : [],
      ),
    ];
    const found = [
      ...TEMPLATES.map((path) => ({ path, url: site.url + path })),
      ...(isMore ? more : []),
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

test('every template can be read at 400 % zoom without scrolling aside', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 256 } });
  const wide: string[] = [];
  for (const path of TEMPLATES.filter((one) => !one.startsWith('/poster/'))) {
    await page.goto(site.url + path);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) wide.push(`${path}: ${over} px`);
  }
  await page.close();
  expect(wide).toEqual([]);
});

test('a Portrait whose name is one long word makes no page scroll aside', async () => {
  const wide: string[] = [];
  for (const width of [360, 1280]) {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    for (const path of ['/', '/personas/', '/personas/brand-enthusiast/', '/go-to-market/']) {
      await page.goto(site.url + path);
      const over = await page.evaluate(() => {
        const names = new Set(['The Brand Enthusiast', 'The Retired Giver']);
        for (const element of document.querySelectorAll('main *')) {
          const isName = names.has(element.textContent?.trim() ?? '');
          if (isName && element.childElementCount === 0)
            element.textContent = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenträger';
        }
        return document.documentElement.scrollWidth - document.documentElement.clientWidth;
      });
      if (over > 0) wide.push(`${width} ${path}: ${over} px`);
    }
    await page.close();
  }
  expect(wide).toEqual([]);
});

test('whatever the keyboard reaches shows that it is there', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const unseen: string[] = [];
  for (const path of TEMPLATES.filter((one) => one !== '/screen/')) {
    await page.goto(site.url + path);
    for (let stop = 0; stop < 25; stop += 1) {
      await page.keyboard.press('Tab');
      const seen = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
          ? null
          : element.outerHTML.slice(0, 80);
      });
      if (seen !== null) unseen.push(`${path}: ${seen}`);
    }
  }
  await page.close();
  expect(unseen).toEqual([]);
});

test('nothing moves for whoever asked for reduced motion', async () => {
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  const moving: string[] = [];
  for (const path of ['/', '/personas/brand-enthusiast/', '/screen/']) {
    await page.goto(site.url + path);
    moving.push(
      ...(await page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter((element) => {
            const { animationName, transitionDuration } = getComputedStyle(element);
            return (
              animationName !== 'none' ||
              transitionDuration.split(',').some((duration) => parseFloat(duration) > 0)
            );
          })
          .map((element) => element.className.toString()),
      )),
    );
  }
  await page.close();
  expect(moving).toEqual([]);
});

test('whoever asks for more contrast reads everything in full ink', async () => {
  const page = await browser.newPage({ contrast: 'more' });
  for (const path of ['/', '/screen/', '/poster/brand-enthusiast/']) {
    await page.goto(site.url + path);
    const [ink, soft] = await page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return [style.getPropertyValue('--ink'), style.getPropertyValue('--ink-soft')];
    });
    expect(soft, path).toBe(ink);
  }
  await page.close();
});

test('colours of somebody’s own leave what is drawn in black its ground, and a year its months', async () => {
  const page = await browser.newPage({ forcedColors: 'active', colorScheme: 'dark' });
  await page.goto(`${sample?.url ?? site.url}/go-to-market/`);
  const grounds = await page.evaluate(() =>
    [
      getComputedStyle(document.querySelector('.face') ?? document.body),
      getComputedStyle(document.querySelector('.month--4') ?? document.body, '::before'),
    ].map(({ backgroundColor }) => backgroundColor),
  );
  await page.close();
  const canvas = 'rgb(0, 0, 0)';
  expect(grounds).not.toContain(canvas);
  expect(new Set(grounds).size).toBe(2);
});
