import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '#scripts/pictures/open-browser.ts';
import { serveDirectory, type RunningServer } from '#scripts/site/serve-directory.ts';
import { builtSites, fixtureSite } from './built-sites.ts';
import { attributeValues, sitePages } from './site-files.ts';

const PAGE = '/personas/brand-enthusiast/';

let browser: Browser;
let site: RunningServer;

beforeAll(async () => {
  browser = await openBrowser();
  site = await serveDirectory(fixtureSite.folder, 0);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** A page on which the clipboard refuses, so that what would be copied comes as a file. */
async function openShut(): Promise<{ page: Page; requests: string[] }> {
  const page = await browser.newPage({ acceptDownloads: true });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.addInitScript(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await page.goto(site.url + PAGE);
  await page.locator('.chart-figure summary').first().click();
  return { page, requests };
}

async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.chart-figure').first().getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('a chart gives its figures as a table with period, number and source, loaded when asked for', async () => {
  const { page, requests } = await openShut();
  expect(requests.some((url) => url.includes('figure-copy'))).toBe(false);
  const { name, bytes } = await saved(page, 'Copy figures');
  expect(requests.some((url) => url.includes('figure-copy'))).toBe(true);
  const figure = page.locator('.chart-figure').first();
  const caption = (await figure.locator('figcaption').textContent())?.trim() ?? '';
  const rows = bytes.toString('utf8').trimEnd().split('\r\n');
  expect(name).toMatch(/^[a-z0-9-]+\.csv$/);
  expect(rows).toHaveLength((await figure.locator('tr').count()) + 2);
  expect(rows.at(-1)?.replaceAll('"', '')).toBe(caption);
  await page.close();
});

test('a chart gives its picture, with no colour or letter left to the page', async () => {
  const { page } = await openShut();
  const { name, bytes } = await saved(page, 'Copy picture');
  expect(name).toMatch(/^[a-z0-9-]+\.png$/);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  const viewBox = await page
    .locator('.chart-figure__wide svg')
    .first()
    .evaluate((svg) => (svg as SVGSVGElement).viewBox.baseVal.width);
  expect(bytes.readUInt32BE(16)).toBe((viewBox + 64) * 2);
  // Ground, letters and marks: a picture in which tokens had no value would be black on black.
  const tones = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const pen = canvas.getContext('2d');
    pen?.drawImage(image, 0, 0);
    const { data } = pen?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    const counts = new Map<string, number>();
    for (let at = 0; at < data.length; at += 4) {
      const tone = `${data[at]},${data[at + 1]},${data[at + 2]}`;
      counts.set(tone, (counts.get(tone) ?? 0) + 1);
    }
    const probe = document.createElement('i');
    document.body.append(probe);
    const shows = (token: string): boolean => {
      probe.style.color = `var(${token})`;
      const tone = getComputedStyle(probe).color.replace(/[^\d,]/g, '');
      return (counts.get(tone) ?? 0) > 50;
    };
    return { paper: shows('--paper'), ink: shows('--ink'), own: shows('--series1') };
  }, bytes.toString('base64'));
  expect(tones).toEqual({ paper: true, ink: true, own: true });
  await page.close();
});

test('a chart says the month that somebody points at, by a script loaded then', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`${site.url}/kpis/repeat-purchase-rate/`);
  const figure = page.locator('.chart-figure[data-readout]').first();
  const svg = figure.locator('.chart-figure__wide svg');
  await svg.scrollIntoViewIfNeeded();
  expect(requests.some((url) => url.includes('figure-read'))).toBe(false);
  await Promise.all([
    page.waitForResponse(/figure-read/),
    svg.hover({ position: { x: 90, y: 90 } }),
  ]);
  const { x = 0, y = 0, width = 0 } = (await svg.boundingBox()) ?? {};
  const readings: string[] = [];
  for (const share of [0.01, 0.99]) {
    await page.mouse.move(x + width * share, y + 90);
    readings.push((await page.locator('.chart-read text').first().textContent()) ?? '');
  }
  const rows = await figure.locator('tbody tr').evaluateAll((all) =>
    all.map((row) =>
      [...(row as HTMLTableRowElement).cells]
        .slice(0, 2)
        .map(({ textContent }) => textContent?.trim())
        .join(': '),
    ),
  );
  expect(readings).toEqual([rows[0], rows.at(-1)]);
  await page.mouse.move(x + 20, y - 60);
  expect(await page.locator('.chart-read').count()).toBe(0);
  await page.close();
});

test('without script no chart offers what it cannot do', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url + PAGE);
  await page.locator('.chart-figure summary').first().click();
  expect(await page.getByRole('button', { name: 'Copy picture' }).count()).toBe(0);
  expect(await page.locator('.chart-figure summary').first().innerText()).toBe(
    'The same as a table',
  );
  await context.close();
});

test.each(builtSites)('no reading page of $name loads 5 KB of script', ({ folder }) => {
  const heavy = sitePages(folder)
    .filter(({ path }) => !/^(?:screen|search|guess)/.test(path))
    .map(({ path, html }) => {
      const scripts = [...html.matchAll(/<script[^>]*>/g)].flatMap(([tag]) =>
        attributeValues(tag, 'src'),
      );
      const bytes = scripts.reduce((sum, address) => {
        const file = join(folder, 'scripts', address.split('/').at(-1) ?? '');
        return sum + brotliCompressSync(readFileSync(file)).length;
      }, 0);
      return { path, bytes };
    })
    .filter(({ bytes }) => bytes >= 5_000);
  expect(heavy).toEqual([]);
});

test.each(builtSites)('every chart of $name says when, how many and from where', ({ folder }) => {
  const wrong = sitePages(folder).flatMap(({ path, html }) =>
    [...html.matchAll(/<figure class="chart-figure"[^>]*>(.*?)<\/figure>/gs)].flatMap(
      ([, figure = '']) => {
        const title = /chart-figure__title"[^>]*>([^<]*)/.exec(figure)?.[1]?.trim() ?? '';
        const caption = /<figcaption[^>]*>([^<]*)/.exec(figure)?.[1]?.trim() ?? '';
        const label = /<svg[^>]*aria-label="([^"]+)"/.exec(figure)?.[1] ?? '';
        return [
          /\?$/.test(title) ? '' : `no question: ${title}`,
          /\d{4}/.test(caption) ? '' : `no period: ${caption}`,
          /\d [a-z]/.test(caption) ? '' : `no number: ${caption}`,
          caption.includes('from ') ? '' : `no source: ${caption}`,
          /^[A-Z]\w+ (?:chart|map)/.test(label) ? '' : `no words for the picture: ${label}`,
          figure.includes('<table') ? '' : 'no table',
        ]
          .filter((problem) => problem !== '')
          .map((problem) => `${path}: ${title}: ${problem}`);
      },
    ),
  );
  expect(wrong).toEqual([]);
});

/** A page with months, and what a script is asked for on it. */
async function openMonths(): Promise<{ page: Page; figure: Locator; requests: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`${site.url}/kpis/repeat-purchase-rate/`);
  const figure = page.locator('.chart-figure[data-span]').first();
  return { page, figure, requests };
}

async function monthsOf(figure: Locator): Promise<{ month: string; value: string }[]> {
  return figure.locator('tbody tr').evaluateAll((all) =>
    all.map((row) => {
      const [month, value] = (row as HTMLTableRowElement).cells;
      return { month: month?.textContent?.trim() ?? '', value: value?.textContent?.trim() ?? '' };
    }),
  );
}

test('a drag over months says first, last, change and mean, by a script loaded then', async () => {
  const { page, figure, requests } = await openMonths();
  const svg = figure.locator('.chart-figure__wide svg');
  await svg.scrollIntoViewIfNeeded();
  const { x = 0, y = 0, width = 0 } = (await svg.boundingBox()) ?? {};
  expect(requests.some((url) => url.includes('figure-span'))).toBe(false);
  await page.mouse.move(x + 3, y + 90);
  await Promise.all([page.waitForResponse(/figure-span/), page.mouse.down()]);
  await page.waitForTimeout(100);
  await page.mouse.move(x + width - 3, y + 90, { steps: 4 });
  await page.mouse.up();
  const months = await monthsOf(figure);
  const known = months.filter(({ value }) => /\d/.test(value));
  const [first, last] = [known[0], known.at(-1)];
  const said = (await figure.getByRole('status').last().textContent()) ?? '';
  expect(said).toContain(
    `${first?.month} to ${last?.month}: from ${first?.value} to ${last?.value}`,
  );
  expect(said).toMatch(
    /a change of [+−]?[\d.]+ points?(, which could be chance)?\. Mean of \d+ points, each counted alike: [\d.]+%\.$/,
  );
  expect(await figure.locator('.chart-span__mark').count()).toBe(2);
  // The mouse is up: moving on chooses nothing.
  await page.mouse.move(x + width / 2, y + 90);
  expect(await figure.getByRole('status').last().textContent()).toBe(said);
  await page.close();
});

test('months are chosen by keyboard alone, and a screen reader hears which', async () => {
  const { page, figure } = await openMonths();
  await figure.locator('summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const from = figure.getByRole('slider', { name: 'From' });
  const to = figure.getByRole('slider', { name: 'To' });
  await from.waitFor();
  const months = await monthsOf(figure);
  await expect.poll(() => from.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press('Home');
  expect(await from.getAttribute('aria-valuetext')).toBe(months[0]?.month);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowLeft');
  expect(await to.getAttribute('aria-valuetext')).toBe(months.at(-2)?.month);
  expect(await figure.locator('.chart-span__said').textContent()).toContain(
    `${months[0]?.month} to ${months.at(-2)?.month}: from ${months[0]?.value} to ${months.at(-2)?.value}`,
  );
  await page.keyboard.press('Escape');
  expect(await figure.locator('.chart-span, .chart-span__mark').count()).toBe(0);
  expect(
    await figure
      .getByRole('button', { name: 'Measure from month to month' })
      .evaluate((one) => one === document.activeElement),
  ).toBe(true);
  await page.close();
});

test.each(builtSites)(
  'no line, strip or compared bar of $name stands without what it rests on',
  ({ folder }) => {
    const pages = sitePages(folder);
    const missing = (drawing: RegExp, ground: RegExp): string[] =>
      pages.flatMap(({ path, html }) =>
        (html.match(drawing) ?? [])
          .filter((one) => !ground.test(one))
          .map((one) => `${path}: ${one}`),
      );
    expect(
      missing(/<figure class="trend kpi__trend[\s\S]*?<\/figure>/g, /trend__ground[^>]*>[^<]+</),
    ).toEqual([]);
    expect(
      missing(/<section class="section against[\s\S]*?<\/section>/g, /\d customers · from /),
    ).toEqual([]);
    expect(missing(/<p class="mirrors__source[\s\S]*?<\/p>/g, /\d customers?\./)).toEqual([]);
  },
);
