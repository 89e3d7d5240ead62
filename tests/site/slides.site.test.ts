import { readFileSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentProgress } from '#generate/progress.ts';
import { SLIDE_SIZES, writeSlides } from '#scripts/pictures/slide-files.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';
import { fixtureSite } from './built-sites.ts';
import { openBrowser } from '#scripts/pictures/open-browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

/** Size of a picture, and how many colours a coarse look at it sees. */
async function look(file: string): Promise<{ width: number; height: number; colors: number }> {
  const page = await browser.newPage();
  const source = `data:image/png;base64,${readFileSync(file).toString('base64')}`;
  const seen = await page.evaluate(async (url) => {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    const canvas = new OffscreenCanvas(192, 192);
    const context = canvas.getContext('2d');
    context?.drawImage(picture, 0, 0, 192, 192);
    const { data } = context?.getImageData(0, 0, 192, 192) ?? { data: new Uint8ClampedArray() };
    const colors = new Set<string>();
    for (let at = 0; at < data.length; at += 4) colors.add(data.slice(at, at + 3).join());
    return { width: picture.naturalWidth, height: picture.naturalHeight, colors: colors.size };
  }, source);
  await page.close();
  return seen;
}

test('build:slides writes every slide in every size, none of them blank, nothing cut off', async () => {
  const to = temporaryFolder();
  const warnings: string[] = [];
  const files = await writeSlides({
    site: fixtureSite.folder,
    to,
    sizes: SLIDE_SIZES,
    progress: { ...silentProgress, warn: (message) => warnings.push(message) },
  });
  expect(warnings).toEqual([]);
  const html = readFileSync(`${fixtureSite.folder}/screen/index.html`, 'utf8');
  const slides = html.match(/<section class="slide[ "]/g)?.length ?? 0;
  expect(slides).toBeGreaterThan(3);
  for (const size of SLIDE_SIZES) {
    const own = files.filter((file) => relative(to, dirname(file)) === size);
    expect(own.length).toBe(slides);
    const names = own.map((file) => basename(file));
    expect(names, 'in the order of the screen').toEqual([...names].sort());
    for (const file of own) {
      const { width, height, colors } = await look(file);
      expect(`${width}x${height}`).toBe(size);
      expect(colors, file).toBeGreaterThan(20);
    }
  }
  const bytes = files.map((file) => readFileSync(file).toString('base64'));
  expect(new Set(bytes).size, 'each slide is another one').toBe(files.length);
});

test('build:slides says what is missing where no site was built', async () => {
  const request = { to: temporaryFolder(), sizes: SLIDE_SIZES, progress: silentProgress };
  await expect(writeSlides({ ...request, site: temporaryFolder() })).rejects.toMatchObject({
    code: 'build/missing',
    hint: expect.stringContaining('npm run build'),
  });
});
