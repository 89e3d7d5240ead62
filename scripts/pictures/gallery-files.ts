import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Progress } from '#generate/progress.ts';
import {
  type GalleryShot,
  type GallerySlide,
  galleryIndex,
  galleryShots,
  publicShots,
} from './gallery-shots.ts';
import { ReplacedFiles } from './replaced-files.ts';
import { builtPlaylists, screenAddress } from './screen-pages.ts';
import { withBuiltSite } from './with-built-site.ts';
import { withDevSite } from './with-dev-site.ts';
import { withPublicSite } from './with-public-site.ts';

export interface GalleryRequest {
  /** The built site, and the public one. */
  site: string;
  share: string;
  to: string;
  /** Draws only what has this in its name; the other pictures and the index stay. */
  only?: string | undefined;
  progress: Progress;
}

/** WebP, 0–100: letters stay sharp enough to judge a page by. */
const QUALITY = 55;

/** A part of the page of components, as much of it as is drawn, and how many pixels stand for one of the page. */
const DESIGN = { width: 1920, height: 3_000, scale: 0.3 } as const;

/** Draws every template, slide, poster and component as a small WebP, with an index; returns where they are. */
export async function writeGallery(request: GalleryRequest): Promise<string[]> {
  const { site, share, to, only = '', progress } = request;
  const isAsked = ({ name }: { name: string }): boolean => name.includes(only);
  // Whoever asks for some of the pictures keeps all others.
  const files = new ReplacedFiles(to, only === '' ? /\.webp$|^README\.md$/ : /^$/);
  try {
    await withPublicSite(share, (publicUrl) =>
      withBuiltSite(site, async (browser, url) => {
        const slides = await slidesOf(browser, site, url);
        const moment = momentOf(site);
        const shots = [...galleryShots(site, slides), ...publicShots(share)].filter(isAsked);
        for (const [index, shot] of shots.entries()) {
          progress.step(`Drawing ${shot.name}`);
          files.add(shot.name, await draw(browser, shot.isPublic ? publicUrl : url, shot, moment));
          progress.advance((index + 1) / shots.length);
        }
        if (only !== '' && !only.startsWith('components')) return;
        progress.step('Drawing the components');
        const parts = await withDevSite((dev) => designParts(browser, dev));
        for (const { name, bytes } of parts.filter(isAsked)) files.add(name, bytes);
        if (only === '') files.add('README.md', Buffer.from(galleryIndex([...shots, ...parts])));
      }),
    );
    return files.finish();
  } finally {
    files.discard();
  }
}

/** Noon after the day that the figures are of: the same pictures, and figures that are fresh, whenever they are drawn. */
function momentOf(site: string): Date {
  const { asOf } = JSON.parse(readFileSync(join(site, 'version.json'), 'utf8')) as { asOf: string };
  const moment = new Date(`${asOf}T12:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + 1);
  return moment;
}

/** Every kind of slide, at the first screen that shows one: the office's, else another playlist's. */
async function slidesOf(browser: Browser, site: string, url: string): Promise<GallerySlide[]> {
  const page = await browser.newPage();
  const slides = new Map<string, GallerySlide>();
  try {
    for (const path of builtPlaylists(site).map(screenAddress)) {
      await page.goto(url + path);
      const classes = await page.evaluate(() =>
        [...document.querySelectorAll('.slide')].flatMap(({ classList }) => [...classList]),
      );
      for (const name of classes.filter((one) => one.startsWith('slide--'))) {
        const kind = name.replace('slide--', '');
        if (!slides.has(kind)) slides.set(kind, { kind, path });
      }
    }
  } finally {
    await page.close();
  }
  return [...slides.values()];
}

async function draw(
  browser: Browser,
  url: string,
  shot: GalleryShot,
  moment: Date,
): Promise<Uint8Array> {
  const { theme, isPrinted = false, margin = 0 } = shot;
  const width = shot.width - 2 * margin;
  const isWhole = shot.slide !== undefined || isPrinted;
  const height = isWhole ? shot.height : Math.min(shot.height, 1_080);
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
    // For the margins of the paper, which are the browser's own.
    bypassCSP: margin > 0,
  });
  try {
    await page.clock.setFixedTime(moment);
    await page.goto(url + shot.path, { waitUntil: 'networkidle' });
    if (shot.slide !== undefined) await showSlide(page, shot.slide);
    if (isPrinted) await page.emulateMedia({ media: 'print' });
    if (margin > 0)
      await page.addStyleTag({
        content: `html { box-sizing: content-box; width: ${width}px; padding: ${margin}px; }`,
      });
    await settle(page);
    return await webp(page, shot);
  } finally {
    await page.close();
  }
}

/** Every part of the page that shows all components in every state and theme. */
async function designParts(
  browser: Browser,
  url: string,
): Promise<{ name: string; subject: string; bytes: Uint8Array }[]> {
  const { width } = DESIGN;
  const page = await browser.newPage({
    viewport: { width, height: 1_080 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  try {
    // It would load the page anew as soon as it has bundled what the page needs.
    await page.route('**/@vite/client', (route) => route.abort());
    await page.goto(`${url}/design/`, { waitUntil: 'networkidle' });
    await settle(page);
    const boxes = await page.locator('.section[aria-labelledby]').evaluateAll((sections) =>
      sections.map((section) => {
        const { top, height } = section.getBoundingClientRect();
        return { id: section.getAttribute('aria-labelledby') ?? '', y: top + scrollY, height };
      }),
    );
    const parts = [];
    for (const { id, y, height } of boxes) {
      const bytes = await webp(page, { ...DESIGN, y, height: Math.min(height, DESIGN.height) });
      parts.push({ name: `components-${id}.webp`, subject: `components: ${id}`, bytes });
    }
    return parts;
  } finally {
    await page.close();
  }
}

/** Letters and pictures are there. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager';
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  });
}

/** Stops the rotation at the first slide of a kind. */
async function showSlide(page: Page, kind: string): Promise<void> {
  await page.keyboard.press('Space');
  await page.evaluate((shown) => {
    document.querySelector('.screen__controls')?.setAttribute('hidden', '');
    // As by day, wherever and whenever it is drawn.
    document.documentElement.classList.remove('is-night');
    document.documentElement.dataset['theme'] = 'screen';
    const slides = [...document.querySelectorAll<HTMLElement>('.slide')];
    const current = slides.find(({ classList }) => classList.contains(`slide--${shown}`));
    for (const slide of slides) slide.classList.toggle('is-current', slide === current);
  }, kind);
}

/** By the browser's debugger: Playwright itself writes PNG and JPEG only. */
async function webp(
  page: Page,
  { width, height, scale, y = 0 }: Pick<GalleryShot, 'width' | 'height' | 'scale'> & { y?: number },
): Promise<Uint8Array> {
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send('Page.captureScreenshot', {
    format: 'webp',
    quality: QUALITY,
    captureBeyondViewport: true,
    clip: { x: 0, y, width, height: Math.min(height, whole - y), scale },
  });
  await devtools.detach();
  return Buffer.from(data, 'base64');
}
