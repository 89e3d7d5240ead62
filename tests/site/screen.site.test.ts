import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '#scripts/pictures/open-browser.ts';
import { serveDirectory, type RunningServer } from '#scripts/site/serve-directory.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';
import { axeViolations } from './axe-violations.ts';
import { builtSites, fixtureSite } from './built-sites.ts';

/** How many hours of rotations the endurance test plays: SCREEN_HOURS=24 for a whole day. */
const HOURS = Number(process.env['SCREEN_HOURS'] ?? 1);
/** So many times as fast as for people. */
const SPEED = 400;
/** Six times what it takes on a machine that has nothing else to do. */
const LONGEST_WAIT = 60_000 + (6 * HOURS * 3_600_000) / SPEED;
/** The day after the figures of the hand-made content, a Wednesday; 10 o'clock on the shop's wall. */
const NEXT_DAY = '2026-07-01T08:00:00Z';

/** The screens whose every slide is looked at: of hand-made content, with names of 60 letters, and of the sample. */
const SCREENS = builtSites.flatMap(({ name, folder }) => {
  if (name === 'no content') return [];
  const playlists = folder === fixtureSite.folder ? ['', 'lobby/'] : ['', 'service/'];
  return [...playlists, 'packing/', 'leadership/'].map((playlist) => ({
    name: `${playlist === '' ? 'office' : playlist.slice(0, -1)} of ${name}`,
    ...{ folder, path: `/screen/${playlist}` },
  }));
});

let browser: Browser;
let site: RunningServer;
let context: BrowserContext | undefined;
let errors: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  site = await serveDirectory(fixtureSite.folder, 0);
});

afterEach(async () => {
  await context?.close();
  context = undefined;
  expect(errors).toEqual([]);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  errors = [];
  context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, ...options });
  const page = await context.newPage();
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    // The browser itself reports every request that fails; what the page makes of that is tested.
    const isOwn = !message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && isOwn) errors.push(message.text());
  });
  // Counts every slide that is shown, in constant space.
  await page.addInitScript(() => {
    const seen = { slides: {} as Record<string, number>, jumps: 0, last: -1 };
    Object.assign(window, { seen });
    new MutationObserver((changes) => {
      for (const { attributeName } of changes) if (attributeName !== 'data-slide') return;
      const shown = document.documentElement.dataset['slide'] ?? '';
      const total = document.querySelectorAll('.slide').length;
      if (seen.last >= 0 && Number(shown) !== (seen.last + 1) % total) seen.jumps += 1;
      seen.last = Number(shown);
      seen.slides[shown] = (seen.slides[shown] ?? 0) + 1;
    }).observe(document, { subtree: true, attributeFilter: ['data-slide'] });
  });
  return page;
}

interface Seen {
  slides: Record<string, number>;
  jumps: number;
}

const seen = (page: Page): Promise<Seen> =>
  page.evaluate(() => (window as unknown as { seen: Seen }).seen);

/** Which slides are shown within so much real time. */
async function shownWithin(page: Page, milliseconds: number): Promise<number[]> {
  await page.evaluate(() => {
    (window as unknown as { seen: Seen }).seen.slides = {};
  });
  await page.waitForTimeout(milliseconds);
  return Object.keys((await seen(page)).slides)
    .map(Number)
    .sort((one, other) => one - other);
}

/** Whether the page and all that it shows are kept for when the network is away. */
const isWholeKept = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('screen /screen/'));
    const kept = await Promise.all(
      names.map(async (name) => (await caches.open(name)).match('/__complete')),
    );
    return kept.some((one) => one !== undefined) && navigator.serviceWorker.controller !== null;
  });

/** Waits until it is. */
async function isKept(page: Page): Promise<void> {
  await expect.poll(() => isWholeKept(page), { timeout: 20_000 }).toBe(true);
}

describe('endurance', () => {
  test(
    `plays ${HOURS} hours of rotations without growing, failing or missing a slide`,
    async () => {
      const page = await openPage();
      await page.goto(`${site.url}/screen/?speed=${SPEED}`);
      const client = await page.context().newCDPSession(page);
      await client.send('Performance.enable');
      const measure = async () => {
        await client.send('HeapProfiler.collectGarbage');
        const { metrics } = await client.send('Performance.getMetrics');
        const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? NaN;
        return {
          heap: metric('JSHeapUsedSize'),
          nodes: metric('Nodes'),
          listeners: metric('JSEventListeners'),
        };
      };
      await isKept(page);
      const slides = await page.locator('.slide').count();
      const dwells = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.slide')].map((slide) => {
          const words = slide.innerText.split(/\s+/).filter(Boolean).length;
          return Math.min(20, Math.max(8, 3 + 0.3 * words));
        }),
      );
      // Two rounds to warm up: every picture is decoded, every function compiled.
      const round = dwells.reduce((sum, dwell) => sum + dwell, 0);
      await page.waitForTimeout((2 * round * 1000) / SPEED);
      const before = await measure();
      const start = await seen(page);
      // As many rounds as a screen on a wall plays in that time, however late the timers of a busy machine are.
      const rounds = Math.ceil((HOURS * 3600) / round);
      const played = async () => {
        const { slides: times } = await seen(page);
        return Object.values(times).reduce((sum, one) => sum + one, 0);
      };
      const target = (await played()) + rounds * slides;
      await expect.poll(played, { interval: 500, timeout: LONGEST_WAIT }).toBeGreaterThan(target);
      const end = await seen(page);
      const after = await measure();

      const shown = Array.from(
        { length: slides },
        (_, index) => (end.slides[index] ?? 0) - (start.slides[index] ?? 0),
      );
      console.log(
        `${HOURS} h: ${shown.reduce((sum, times) => sum + times, 0)} slides; heap ${Math.round(before.heap / 1024)} → ${Math.round(after.heap / 1024)} KB, nodes ${before.nodes} → ${after.nodes}, listeners ${before.listeners} → ${after.listeners}`,
      );
      expect(end.jumps).toBe(0);
      expect(Math.max(...shown) - Math.min(...shown)).toBeLessThanOrEqual(1);
      expect(Math.min(...shown)).toBeGreaterThanOrEqual(rounds);
      expect(after.nodes).toBeLessThanOrEqual(before.nodes + 20);
      expect(after.listeners).toBeLessThanOrEqual(before.listeners);
      expect(after.heap).toBeLessThan(before.heap * 1.05 + 200_000);
    },
    LONGEST_WAIT + 60_000,
  );

  test('goes on while the network is away, and starts again without it', async () => {
    const server = await serveDirectory(fixtureSite.folder, 0);
    const page = await openPage();
    await page.goto(`${server.url}/screen/?speed=${SPEED}`);
    await isKept(page);
    const slides = await page.locator('.slide').count();
    await server.close();
    expect((await shownWithin(page, 3000)).length).toBe(slides);
    await page.reload();
    expect((await shownWithin(page, 3000)).length).toBe(slides);
    const broken = await page.evaluate(
      () =>
        [...document.images].filter((image) => image.complete && image.naturalWidth === 0).length,
    );
    expect(broken).toBe(0);
    const fonts = await page.evaluate(() => document.fonts.check('20px Newsreader'));
    expect(fonts).toBe(true);
  });

  test('keeps the page once the server is well again, and does not take half of it for the whole', async () => {
    const page = await openPage();
    await page.addInitScript(() => {
      const { fetch } = window;
      const server = { isIll: true, refused: 0 };
      Object.assign(window, { server });
      window.fetch = (address, options) => {
        if (!server.isIll || !String(address).endsWith('careful-giver.svg')) {
          return fetch(address, options);
        }
        server.refused += 1;
        return Promise.resolve(new Response('', { status: 503 }));
      };
    });
    type Ill = Window & { server: { isIll: boolean; refused: number } };
    await page.goto(`${site.url}/screen/?speed=${SPEED}`);
    const refused = () => page.evaluate(() => (window as unknown as Ill).server.refused);
    await expect.poll(refused, { timeout: 10_000 }).toBeGreaterThan(1);
    expect(await isWholeKept(page)).toBe(false);
    await page.evaluate(() => {
      (window as unknown as Ill).server.isIll = false;
    });
    await isKept(page);
  });

  test('keeps the page where the browser asks somebody first whether it may stay for good', async () => {
    const page = await openPage();
    await page.addInitScript(() => {
      navigator.storage.persist = () => new Promise(() => undefined);
    });
    await page.goto(`${site.url}/screen/?speed=${SPEED}`);
    await isKept(page);
  });

  test('skips a slide whose picture fails, and shows it once it is there', async () => {
    const page = await openPage({ serviceWorkers: 'block' });
    const face = '**/faces/careful-giver.svg';
    await page.route(face, (route) => route.abort());
    await page.goto(`${site.url}/screen/?speed=${SPEED}`);
    const failing = await page.evaluate(() =>
      [...document.querySelectorAll('.slide')].flatMap((slide, index) =>
        slide.querySelector('img[src*="careful-giver"]') ? [index] : [],
      ),
    );
    const slides = await page.locator('.slide').count();
    expect(failing.length).toBeGreaterThan(0);
    await page.waitForTimeout(1000);
    const shown = await shownWithin(page, 1500);
    expect(shown.filter((index) => failing.includes(index))).toEqual([]);
    expect(shown.length).toBe(slides - failing.length);
    await page.unroute(face);
    await page.waitForTimeout(1000);
    expect((await shownWithin(page, 3000)).length).toBe(slides);
  });

  test('skips a slide that cannot be shown', async () => {
    const page = await openPage();
    await page.goto(`${site.url}/screen/?speed=${SPEED}`);
    const slides = await page.locator('.slide').count();
    await page.evaluate(() => {
      const [, second] = document.querySelectorAll('.slide');
      if (second) {
        Object.defineProperty(second, 'inert', {
          set(isInert: boolean) {
            if (!isInert) throw new Error('broken');
          },
        });
      }
    });
    await page.waitForTimeout(300);
    const shown = await shownWithin(page, 1500);
    expect(shown).toEqual(
      Array.from({ length: slides }, (_, index) => index).filter((index) => index !== 1),
    );
  });

  test('notices a rotation that stands still', async () => {
    const page = await openPage();
    await page.goto(`${site.url}/screen/?speed=${SPEED}`);
    await page.evaluate(() => {
      // Timers that are set within these moments are lost.
      const setTimer = window.setTimeout;
      window.setTimeout = (() => 0) as unknown as typeof window.setTimeout;
      setTimer(() => {
        window.setTimeout = setTimer;
      }, 300);
    });
    await page.waitForTimeout(500);
    expect(await shownWithin(page, 500)).toEqual([]);
    await page.waitForTimeout(5500);
    expect((await shownWithin(page, 1000)).length).toBeGreaterThan(1);
  });

  test('loads itself anew between slides when there is a new version, and only a whole one', async () => {
    const folder = temporaryFolder();
    cpSync(fixtureSite.folder, folder, { recursive: true });
    const server = await serveDirectory(folder, 0);
    const page = await openPage();
    await page.goto(`${server.url}/screen/?speed=${SPEED}`);
    await isKept(page);
    let loads = 0;
    page.on('framenavigated', () => (loads += 1));

    const versionFile = join(folder, 'version.json');
    const { version, program } = JSON.parse(readFileSync(versionFile, 'utf8'));
    writeFileSync(versionFile, JSON.stringify({ version: 'a-new-one', program }));
    await page.waitForTimeout(1500);
    expect(loads, 'while the server still gives the old page').toBe(0);

    const pageFile = join(folder, 'screen/index.html');
    const html = readFileSync(pageFile, 'utf8');
    writeFileSync(
      pageFile,
      html
        .replace(`${version} ${program}`, `a-new-one ${program}`)
        .replace('Müller &amp; Töchter\n', 'Müller &amp; Enkel\n')
        .replace(/(class="screen__name"[\s\S]*?>)Müller &amp; Töchter/, '$1Müller &amp; Enkel'),
    );
    await page.getByRole('heading', { level: 1, name: 'Müller & Enkel' }).waitFor();
    expect(loads).toBe(1);
    await page.waitForTimeout(1500);
    expect(loads, 'once is enough').toBe(1);
    const caches = await page.evaluate(
      async () => (await window.caches.keys()).filter((name) => name.includes(' /screen/ ')).length,
    );
    expect(caches, 'the former version is forgotten').toBe(1);
    await server.close();
  });
});

describe('what is on', () => {
  const title = (page: Page, index: number) =>
    page.locator('.slide').nth(index).locator('h2').textContent();

  /** Titles of the slides that are shown around a moment. */
  async function titlesAt(moment: string): Promise<(string | undefined)[]> {
    const page = await openPage();
    // Fast enough for all slides, slow enough to stay within the hour.
    await page.goto(`${site.url}/screen/lobby/?speed=200&at=${encodeURIComponent(moment)}`);
    const shown = await shownWithin(page, 700);
    const titles = [];
    for (const index of shown) titles.push((await title(page, index))?.trim());
    return titles;
  }

  const ALWAYS = 'The Brand Enthusiast';
  const MORNING = 'Good morning, Lena';
  const NIGHT = 'The night shift packs the gifts';
  const FRESH = 'Return rate';

  test.each([
    ['a weekday morning', '2026-07-01T10:00:00+02:00', [ALWAYS, MORNING, FRESH]],
    ['the same afternoon', '2026-07-01T13:00:00+02:00', [ALWAYS, FRESH]],
    ['a Saturday morning', '2026-07-04T10:00:00+02:00', [ALWAYS, FRESH]],
    ['Friday at eleven in the night', '2026-07-03T23:00:00+02:00', [ALWAYS, NIGHT, FRESH]],
    ['the small hours of Saturday', '2026-07-04T04:00:00+02:00', [ALWAYS, NIGHT, FRESH]],
    ['the small hours of Friday', '2026-07-03T04:00:00+02:00', [ALWAYS, FRESH]],
    ['when the welcome has ended, and figures are old', '2026-08-03T10:00:00+02:00', [ALWAYS]],
  ])('follows the config on %s', async (_, moment, titles) => {
    expect(await titlesAt(moment)).toEqual(titles);
  });

  test('says of figures that they are out of date', async () => {
    const page = await openPage();
    await page.goto(`${site.url}/screen/?at=${NEXT_DAY}`);
    const late = page.locator('.slide.is-current .slide__late');
    expect(await late.isVisible()).toBe(false);
    await page.goto(`${site.url}/screen/?at=2026-08-01T10:00:00Z`);
    expect(await late.innerText()).toBe('Out of date:');
    expect(await late.isVisible()).toBe(true);
  });

  test('is dark at night', async () => {
    const page = await openPage();
    const isNight = () => page.evaluate(() => document.documentElement.className);
    await page.goto(`${site.url}/screen/?at=${NEXT_DAY}`);
    expect(await isNight()).not.toContain('is-night');
    await page.goto(`${site.url}/screen/?at=2026-07-01T20:00:00Z`);
    expect(await isNight()).toContain('is-night');
  });

  test('drifts against burning in, by no more than 24 px, and keeps everything on the screen', async () => {
    const page = await openPage({ reducedMotion: 'reduce' });
    await page.goto(`${site.url}/screen/?speed=200`);
    const places = new Set<string>();
    const boxes: { x: number; y: number }[] = [];
    for (let look = 0; look < 20; look += 1) {
      const { left, top } = await page.evaluate(() =>
        document.querySelector('.screen__slides')?.getBoundingClientRect().toJSON(),
      );
      places.add(`${left} ${top}`);
      boxes.push({ x: left, y: top });
      await page.waitForTimeout(120);
    }
    expect(places.size).toBeGreaterThan(3);
    for (const axis of ['x', 'y'] as const) {
      const along = boxes.map((box) => box[axis]);
      expect(Math.max(...along) - Math.min(...along)).toBeLessThanOrEqual(24);
    }
  });
});

describe.each([
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 1080, height: 1920 },
  { width: 1440, height: 900 },
])('at $width × $height', (viewport) => {
  test.each(SCREENS)(
    'every slide of the $name fits and can be read from four metres',
    async ({ folder, path }) => {
      const server = await serveDirectory(folder, 0);
      const page = await openPage({ viewport, reducedMotion: 'reduce' });
      await page.goto(`${server.url}${path}?at=${NEXT_DAY}`);
      await page.keyboard.press('Space');
      // Where company.url is set, every slide with a page has a code in its foot.
      await page.evaluate(() => {
        for (const foot of document.querySelectorAll('.slide__foot')) {
          const code = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
          code.setAttribute('class', 'qr');
          code.setAttribute('viewBox', '0 0 33 33');
          foot.append(code);
        }
      });
      const slides = await page.locator('.slide').count();
      for (let index = 0; index < slides; index += 1) {
        const wrong = await page.evaluate((shown) => {
          const all = [...document.querySelectorAll('.slide')];
          for (const [at, slide] of all.entries())
            slide.classList.toggle('is-current', at === shown);
          const edge = Math.min(innerWidth, innerHeight);
          const inside = [...(all[shown]?.querySelectorAll('*') ?? [])].filter((one) =>
            one.checkVisibility(),
          );
          const foot = all[shown]?.querySelector('.slide__foot')?.getBoundingClientRect();
          const text = all[shown]?.querySelector('.slide__text')?.getBoundingClientRect();
          const head = document.querySelector('.screen__head')?.getBoundingClientRect();
          const has = (one: Element) =>
            [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
          const size = (one: Element) => Number.parseFloat(getComputedStyle(one).fontSize) / edge;
          const largest = Math.max(...inside.filter(has).map(size));
          return [
            ...inside
              .filter((one) => {
                const box = one.getBoundingClientRect();
                return (
                  box.bottom > innerHeight || box.right > innerWidth || box.top < 0 || box.left < 0
                );
              })
              .map((one) => `${one.className || one.tagName} is cut off`),
            ...inside
              .filter((one) => has(one) && size(one) < 0.022)
              .map((one) => `${one.className || one.tagName} is too small`),
            ...(largest < 0.05 ? [`headline ${largest}`] : []),
            ...(text && foot && text.bottom > foot.top + 1 ? ['text lies over the foot'] : []),
            ...(text && head && text.top < head.bottom - 1 ? ['text lies over the head'] : []),
          ];
        }, index);
        expect(wrong, `slide ${index}`).toEqual([]);
      }
      await server.close();
    },
  );
});

describe('a finger on the screen', () => {
  const touch = { hasTouch: true, viewport: { width: 1920, height: 1080 } };

  test('stops the rotation and opens the Portrait that stands there', async () => {
    const page = await openPage(touch);
    await page.goto(`${site.url}/screen/?at=${NEXT_DAY}`);
    await page.locator('.slide.is-current h2 a').tap();
    const shown = page.locator('.browser h2:visible');
    expect(await shown.innerText()).toBe('The Brand Enthusiast');
    await page.getByRole('button', { name: 'All Portraits' }).tap();
    await page.getByRole('button', { name: 'The Grandmother Who Repacks' }).tap();
    expect(await shown.innerText()).toContain('The Grandmother Who Repacks');
    expect(new URL(page.url()).pathname).toBe('/screen/');
  });

  test('finds no way off the wall, nor do a mouse and the keyboard', async () => {
    const page = await openPage(touch);
    await page.goto(`${site.url}/screen/?at=${NEXT_DAY}`);
    await page.locator('.slide.is-current').waitFor();
    // The slide's own first: once it was left, another may stand there.
    for (const way of ['.slide.is-current h2 a', '.screen__name a']) {
      await page.locator(way).click();
      expect(new URL(page.url()).pathname).toBe('/screen/');
      expect(await page.locator('.browser[open]').count()).toBe(1);
      await page.getByRole('button', { name: 'Back to the slides' }).click();
    }
    const ways = await page.evaluate(() => [...document.links].map(({ pathname }) => pathname));
    expect(ways.filter((path) => path !== '/guess/')).toEqual([]);
  });

  test('opens the Portraits at a desk, too, where a mouse and the keyboard follow the links of a slide', async () => {
    const desk = { hasTouch: true, viewport: { width: 1280, height: 720 } };
    const page = await openPage({ ...desk, screen: { width: 1920, height: 1080 } });
    const link = page.locator('.slide.is-current h2 a');
    await page.goto(`${site.url}/screen/?at=${NEXT_DAY}`);
    await link.tap();
    expect(await page.locator('.browser[open]').count()).toBe(1);
    expect(new URL(page.url()).pathname).toBe('/screen/');
    for (const follow of [() => link.click(), () => link.press('Enter')]) {
      await page.goto(`${site.url}/screen/?at=${NEXT_DAY}`);
      await follow();
      await page.waitForURL('**/personas/brand-enthusiast/');
    }
  });

  test('has targets of more than 64 px, and nothing that keeps anybody out', async () => {
    const page = await openPage(touch);
    await page.goto(`${site.url}/screen/`);
    await page.touchscreen.tap(960, 1000);
    await page.getByRole('button', { name: 'All Portraits' }).tap();
    const sizes = await page
      .locator('.browser button:visible')
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().toJSON()));
    expect(sizes.length).toBeGreaterThan(2);
    for (const { width, height } of sizes) expect(Math.min(width, height)).toBeGreaterThan(64);
    expect(await axeViolations(page)).toEqual([]);
  });

  test('is forgotten after a minute alone', async () => {
    const page = await openPage(touch);
    await page.goto(`${site.url}/screen/?speed=20`);
    await page.touchscreen.tap(960, 1000);
    const isOpen = () => page.locator('.browser').evaluate((one: HTMLDialogElement) => one.open);
    expect(await isOpen()).toBe(true);
    expect(await shownWithin(page, 1000)).toEqual([]);
    expect(await isOpen()).toBe(true);
    await page.locator('.browser:not([open])').waitFor({ state: 'attached' });
    expect((await shownWithin(page, 2500)).length).toBeGreaterThan(1);
  });
});
