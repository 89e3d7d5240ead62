import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Progress } from '#generate/progress.ts';
import { ReplacedFiles } from './replaced-files.ts';
import { withBuiltSite } from './with-built-site.ts';

export const SLIDE_SIZES = ['1920x1080', '3840x2160', '1080x1920'] as const;
export type SlideSize = (typeof SLIDE_SIZES)[number];

export interface SlideRequest {
  /** The built site. */
  site: string;
  to: string;
  sizes: readonly SlideSize[];
  progress: Progress;
}

/**
 * Writes every slide of the office screen as a picture, "1920x1080/01-personas-brand-enthusiast.png"; returns where
 * they are. A slide of which something is cut off is warned about.
 */
export async function writeSlides({ site, to, sizes, progress }: SlideRequest): Promise<string[]> {
  return withBuiltSite(site, async (browser, url) => {
    const written: string[] = [];
    for (const [index, size] of sizes.entries()) {
      progress.step(`Drawing slides of ${size}`);
      const advance = (share: number): void => progress.advance((index + share) / sizes.length);
      const files = new ReplacedFiles(join(to, size), /^\d+-.+\.png$/);
      try {
        await drawSlides(browser, `${url}/screen/`, size, (slide) => {
          files.add(slide.name, slide.png);
          if (slide.cutOff.length > 0) {
            progress.warn(`${size}/${slide.name}: cut off at the edge: ${slide.cutOff.join(', ')}`);
          }
          advance(slide.share);
        });
        written.push(...files.finish());
      } finally {
        files.discard();
      }
    }
    return written;
  });
}

interface DrawnSlide {
  name: string;
  png: Uint8Array;
  /** What reaches over the edge, by its class. */
  cutOff: string[];
  /** How many of the slides are drawn now, 0–1. */
  share: number;
}

async function drawSlides(
  browser: Browser,
  url: string,
  size: SlideSize,
  draw: (slide: DrawnSlide) => void,
): Promise<void> {
  const [width = 0, height = 0] = size.split('x').map(Number);
  const context = await browser.newContext({
    viewport: { width, height },
    // Without its transition a slide stands at once.
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
    const count = await holdStill(page);
    for (let index = 0; index < count; index += 1) {
      const address = await showSlide(page, index);
      draw({
        name: slideName(index, count, address),
        png: await page.screenshot({ animations: 'disabled' }),
        cutOff: await cutOff(page),
        share: (index + 1) / count,
      });
    }
  } finally {
    await context.close();
  }
}

/** Pauses the rotation, loads every picture and hides what only a hand at the screen needs; the number of slides. */
async function holdStill(page: Page): Promise<number> {
  await page.keyboard.press('Space');
  return page.evaluate(async () => {
    document.querySelector('.screen__controls')?.setAttribute('hidden', '');
    const pictures = [...document.querySelectorAll<HTMLImageElement>('.slide img')];
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.all([document.fonts.ready, ...pictures.map((picture) => picture.decode())]);
    return document.querySelectorAll('.slide').length;
  });
}

/** Puts a slide on the screen as the rotation does; the address that it leads to, or "". */
async function showSlide(page: Page, index: number): Promise<string> {
  return page.evaluate((shown) => {
    const slides = [...document.querySelectorAll<HTMLElement>('.slide')];
    for (const [position, slide] of slides.entries()) {
      slide.classList.toggle('is-current', position === shown);
      slide.inert = position !== shown;
    }
    return slides[shown]?.querySelector('a')?.pathname ?? '';
  }, index);
}

/** "01-personas-brand-enthusiast.png": names that sort as the slides follow one another. */
function slideName(index: number, count: number, address: string): string {
  const place = String(index + 1).padStart(Math.max(2, String(count).length), '0');
  const subject = address
    .split('/')
    .filter(Boolean)
    .join('-')
    .replace(/[^\w-]+/g, '-');
  return `${place}-${subject === '' ? 'slide' : subject}.png`;
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
