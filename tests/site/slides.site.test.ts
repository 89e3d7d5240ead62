import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentProgress } from '#generate/progress.ts';
import { screenPackage } from '#scripts/pictures/screen-package.ts';
import { SLIDE_SIZES, writeSlides } from '#scripts/pictures/slide-files.ts';
import { serveDirectory } from '#scripts/site/serve-directory.ts';
import { unzip } from '../scripts/pictures/unzip.ts';
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

/** A Friday, the day after the figures of the hand-made content stand. */
const MOMENT = Date.UTC(2026, 6, 3, 8);

test(
  'build:slides writes every slide in every size, none of them blank, nothing cut off',
  { timeout: 300_000 },
  async () => {
    const to = temporaryFolder();
    const warnings: string[] = [];
    const files = await writeSlides({
      ...{
        site: fixtureSite.folder,
        to,
        sizes: SLIDE_SIZES,
        playlists: ['office'],
        moment: MOMENT,
      },
      progress: { ...silentProgress, warn: (message) => warnings.push(message) },
    });
    // Without its length, a player that shows pages for a minute never comes to the later slides.
    expect(warnings).toEqual([
      expect.stringMatching(/^office\.htz: a round takes \d{3} seconds: /),
    ]);
    const html = readFileSync(`${fixtureSite.folder}/screen/index.html`, 'utf8');
    const slides = html.match(/<section class="slide[ "]/g)?.length ?? 0;
    expect(slides).toBeGreaterThan(3);
    const pictures = files.filter((file) => file.endsWith('.png'));
    for (const size of SLIDE_SIZES) {
      const own = pictures.filter((file) => relative(to, dirname(file)) === join('office', size));
      expect(own.length).toBe(slides);
      const names = own.map((file) => basename(file));
      expect(names, 'in the order of the screen').toEqual([...names].sort());
      for (const file of own) {
        const { width, height, colors } = await look(file);
        expect(`${width}x${height}`).toBe(size);
        expect(colors, file).toBeGreaterThan(20);
      }
    }
    const bytes = pictures.map((file) => readFileSync(file).toString('base64'));
    expect(new Set(bytes).size, 'each slide is another one').toBe(pictures.length);
  },
);

test('build:slides leaves out what has ended, and tells which slides are for certain hours', async () => {
  const draw = async (moment: number) => {
    const warnings: string[] = [];
    const to = temporaryFolder();
    const files = await writeSlides({
      ...{ site: fixtureSite.folder, to, sizes: ['1920x1080'], playlists: ['lobby'], moment },
      progress: { ...silentProgress, warn: (message) => warnings.push(message) },
    });
    return { names: files.map((file) => relative(to, file)), warnings };
  };
  const summer = await draw(MOMENT);
  expect(summer.names.map((name) => basename(name))).toEqual([
    '01-portrait-brand-enthusiast.png',
    '02-notice.png',
    '03-notice.png',
    '04-kpi-return-rate.png',
    'lobby.htz',
  ]);
  expect(summer.warnings).toEqual([
    ...['02', '03'].map(
      (place) => `lobby: ${place}-notice.png is for certain hours: schedule it in your player`,
    ),
    expect.stringMatching(
      /^lobby\.htz: a round takes \d\d seconds: give it that duration in your player$/,
    ),
  ]);
  const winter = await draw(Date.UTC(2027, 0, 2));
  expect(winter.names.map((name) => basename(name))).toEqual([
    '01-portrait-brand-enthusiast.png',
    'lobby.htz',
  ]);
});

test('build:slides packs a screen that plays from wherever it is unpacked', async () => {
  const folder = temporaryFolder();
  for (const { path, content } of await unzip(
    screenPackage(fixtureSite.folder, 'screen/lobby/index.html'),
  )) {
    const file = join(folder, 'package_40', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const server = await serveDirectory(folder, 0);
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const wrong: string[] = [];
  page.on('response', (response) => {
    if (!response.ok()) wrong.push(response.url());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${server.url}/package_40/`)) wrong.push(request.url());
  });
  page.on('pageerror', ({ message }) => wrong.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  await page.goto(`${server.url}/package_40/index.html?speed=100&at=2026-07-01T08:00:00Z`);
  const shown = () => page.evaluate(() => document.documentElement.dataset['slide']);
  const first = await shown();
  await expect.poll(shown).not.toBe(first);
  await page.evaluate(() => document.fonts.ready);
  expect(await page.evaluate(() => document.fonts.check('20px Newsreader'))).toBe(true);
  expect(await page.locator('a[href]').count()).toBe(0);
  expect(wrong).toEqual([]);
  await page.close();
  await server.close();
});

test('build:slides says what is missing where no site was built', async () => {
  const request = { to: temporaryFolder(), sizes: SLIDE_SIZES, progress: silentProgress };
  await expect(
    writeSlides({ ...request, playlists: ['office'], moment: MOMENT, site: temporaryFolder() }),
  ).rejects.toMatchObject({
    code: 'build/missing',
    hint: expect.stringContaining('npm run build'),
  });
});
