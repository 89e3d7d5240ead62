import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { isSlideOn, isSlideStale, type SlideSchedule } from '#core/screens/slide-schedule.ts';
import { wallClock } from '#core/screens/wall-clock.ts';
import type { Progress } from '#generate/progress.ts';
import { ReplacedFiles } from './replaced-files.ts';
import { screenPackage } from './screen-package.ts';
import { screenAddress, screenPage } from './screen-pages.ts';
import { withBuiltSite } from './with-built-site.ts';

export const SLIDE_SIZES = ['1920x1080', '3840x2160', '1080x1920'] as const;
export type SlideSize = (typeof SLIDE_SIZES)[number];

export interface SlideRequest {
  /** The built site. */
  site: string;
  to: string;
  sizes: readonly SlideSize[];
  /** Ids of the playlists: ["office"]. */
  playlists: readonly string[];
  /** When the pictures are to be shown, in milliseconds since 1970: what has ended by then is left out. */
  moment: number;
  progress: Progress;
}

/**
 * Writes every slide of playlists as a picture, "office/1920x1080/01-portrait-brand-enthusiast.png", and each playlist as
 * a package that plays by itself, "office.htz"; returns where they are. A slide of which something is cut off is warned
 * about, and so are slides for certain hours, which a picture cannot keep.
 */
export async function writeSlides(request: SlideRequest): Promise<string[]> {
  const { site, to, sizes, playlists, moment, progress } = request;
  return withBuiltSite(site, async (browser, url) => {
    const written: string[] = [];
    const rounds = playlists.flatMap((playlist) => sizes.map((size) => ({ playlist, size })));
    for (const [index, { playlist, size }] of rounds.entries()) {
      progress.step(`Drawing slides of ${playlist} in ${size}`);
      const advance = (share: number): void => progress.advance((index + share) / rounds.length);
      const files = new ReplacedFiles(join(to, playlist, size), /^\d+-.+\.png$/);
      const address = url + screenAddress(playlist);
      try {
        const { timed, roundSeconds } = await drawSlides(
          browser,
          address,
          { size, moment },
          (slide) => {
            files.add(slide.name, slide.png);
            if (slide.cutOff.length > 0) {
              const where = `${playlist}/${size}/${slide.name}`;
              progress.warn(`${where}: cut off at the edge: ${slide.cutOff.join(', ')}`);
            }
            advance(slide.share);
          },
        );
        written.push(...files.finish());
        if (size === sizes[0]) {
          for (const name of timed) {
            progress.warn(`${playlist}: ${name} is for certain hours: schedule it in your player`);
          }
          progress.warn(
            `${playlist}.htz: a round takes ${roundSeconds} seconds: give it that duration in your player`,
          );
        }
      } finally {
        files.discard();
      }
    }
    for (const playlist of playlists) {
      progress.step(`Packing ${playlist}`);
      written.push(writePackage(to, playlist, screenPackage(site, screenPage(playlist))));
    }
    return written;
  });
}

/** The former package stays until the new one is whole. */
function writePackage(to: string, playlist: string, bytes: Uint8Array): string {
  const path = join(to, `${playlist}.htz`);
  mkdirSync(to, { recursive: true });
  writeFileSync(`${path}.building`, bytes);
  renameSync(`${path}.building`, path);
  return path;
}

interface DrawnSlide {
  name: string;
  png: Uint8Array;
  /** What reaches over the edge, by its class. */
  cutOff: string[];
  /** How many of the slides are drawn now, 0–1. */
  share: number;
}

/** A slide as the page states it. */
interface StatedSlide {
  schedule: SlideSchedule | null;
  /** "portrait", "kpi" …; "slide" where the page says nothing. */
  kind: string;
  /** The page that it leads to, or "". */
  address: string;
}

/** Draws the slides that have not ended; returns the names of those for certain hours, and how long a round takes. */
async function drawSlides(
  browser: Browser,
  url: string,
  { size, moment }: { size: SlideSize; moment: number },
  draw: (slide: DrawnSlide) => void,
): Promise<{ timed: string[]; roundSeconds: number }> {
  const [width = 0, height = 0] = size.split('x').map(Number);
  const context = await browser.newContext({
    viewport: { width, height },
    // Without its transition a slide stands at once.
    reducedMotion: 'reduce',
    // Each size is drawn from the site, not from what an earlier one kept.
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
    const { timeZone, roundSeconds, slides } = await holdStill(page);
    const clock = wallClock(moment, timeZone);
    const shown = slides.flatMap((slide, index) =>
      slide.schedule === null || isSlideOn({ ...slide.schedule, windows: [] }, clock)
        ? [{ index, ...slide }]
        : [],
    );
    const timed: string[] = [];
    for (const [place, slide] of shown.entries()) {
      const { index, schedule } = slide;
      const name = slideName(place, shown.length, slide);
      if (schedule !== null && schedule.windows.length > 0) timed.push(name);
      await showSlide(page, index, schedule !== null && isSlideStale(schedule, clock));
      draw({
        name,
        png: await page.screenshot({ animations: 'disabled' }),
        cutOff: await cutOff(page),
        share: (place + 1) / shown.length,
      });
    }
    return { timed, roundSeconds };
  } finally {
    await context.close();
  }
}

/** Pauses the rotation, loads every picture and hides what only a hand at the screen needs; the slides of the page. */
async function holdStill(
  page: Page,
): Promise<{ timeZone: string; roundSeconds: number; slides: StatedSlide[] }> {
  await page.keyboard.press('Space');
  return page.evaluate(async () => {
    document.querySelector('.screen__controls')?.setAttribute('hidden', '');
    // Pictures for the day, wherever they are drawn.
    document.documentElement.classList.remove('is-night');
    const settings = JSON.parse(document.body.dataset['settings'] ?? '{}') as {
      theme: string;
      timeZone: string;
    };
    document.documentElement.dataset['theme'] = settings.theme === 'dark' ? 'screen' : 'light';
    const pictures = [...document.querySelectorAll<HTMLImageElement>('.slide img')];
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.all([document.fonts.ready, ...pictures.map((picture) => picture.decode())]);
    return {
      timeZone: settings.timeZone,
      roundSeconds: Number(document.documentElement.dataset['round']),
      slides: [...document.querySelectorAll<HTMLElement>('.slide')].map((slide) => ({
        schedule: JSON.parse(slide.dataset['schedule'] ?? 'null') as SlideSchedule | null,
        kind: /slide--(\w+)/.exec(slide.className)?.[1] ?? 'slide',
        // A screen that plays has taken the links' addresses away.
        address: slide.querySelector('a')?.dataset['page'] ?? '',
      })),
    };
  });
}

/** Puts a slide on the screen as the rotation does. */
async function showSlide(page: Page, index: number, isLate: boolean): Promise<void> {
  await page.evaluate(
    ([shown, late]) => {
      const slides = [...document.querySelectorAll<HTMLElement>('.slide')];
      for (const [position, slide] of slides.entries()) {
        slide.classList.toggle('is-current', position === shown);
        slide.classList.toggle('is-late', late);
        slide.inert = position !== shown;
      }
    },
    [index, isLate] as const,
  );
}

/** "01-portrait-brand-enthusiast.png": names that sort as the slides follow one another. */
function slideName(index: number, count: number, { kind, address }: StatedSlide): string {
  const place = String(index + 1).padStart(Math.max(2, String(count).length), '0');
  // Of "/personas/compare/a/b/" and "/voices/#a" the ids: the rest is said by the kind.
  const ids = address
    .split(/[/#]/)
    .filter(Boolean)
    .slice(1)
    .filter((part) => part !== 'compare');
  return `${[place, kind, ...ids].join('-').replace(/[^\w-]+/g, '-')}.png`;
}

async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.slide.is-current, .slide.is-current *')]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        const isOutside =
          box.bottom > innerHeight + 1 ||
          box.right > innerWidth + 1 ||
          box.top < -1 ||
          box.left < -1;
        return isOutside || element.scrollWidth > element.clientWidth + 1;
      })
      .map((element) => element.classList[0] ?? element.tagName.toLowerCase()),
  );
}
