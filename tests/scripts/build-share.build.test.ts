import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '#scripts/pictures/open-browser.ts';
import { serveDirectory } from '#scripts/site/serve-directory.ts';
import { axeViolations } from '../site/axe-violations.ts';
import { takeAstroTurn } from '../site/astro-turn.ts';
import { attributeValues, siteFiles, sitePages, targetFile } from '../site/site-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'portal-'));
const CONFIG = resolve('tests/fixtures/portal.config.ts');

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** `npm run build:share` of a content folder. */
async function buildShare(content: string, out: string, ...words: string[]): Promise<void> {
  const endTurn = await takeAstroTurn();
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['scripts/build-share.ts', '--content', content, '--config', CONFIG, '--out', out, ...words],
    { encoding: 'utf8', env: { ...process.env, PORTAL_CACHE: `${out}.cache` } },
  );
  endTurn();
  expect(status, `${stdout}\n${stderr}`).toBe(0);
}

/** The files of a site; the parts of names that depend on their bytes are left out. */
function namesOf(out: string): string[] {
  return siteFiles(out).map((path) => path.replace(/^(_astro\/.*)\.[\w-]{8}\.(\w+)$/, '$1.$2'));
}

const FRAME = [
  '_astro/PublicPage.css',
  '_astro/instrument-sans-english.woff2',
  '_astro/instrument-sans-other.woff2',
  '_astro/newsreader-english.woff2',
  '_astro/newsreader-other.woff2',
  'brand.css',
  'cards/page/home/og.png',
  'index.html',
];

describe('npm run build:share', () => {
  const out = join(folder, 'public');
  let pages: ReturnType<typeof sitePages>;

  beforeAll(async () => {
    const content = resolve('tests/fixtures/content');
    await buildShare(content, out, '--url', 'https://a.example/stories');
    pages = sitePages(out);
  });

  test('builds the approved stories, their cards and faces, and nothing else', () => {
    expect(namesOf(out)).toEqual(
      [
        ...FRAME,
        'cards/insight/saved-basket/og.png',
        'cards/persona/brand-enthusiast/og.png',
        'faces/brand-enthusiast.svg',
        'insight/saved-basket/index.html',
        'persona/brand-enthusiast/index.html',
      ].sort(),
    );
  });

  test.each([
    ['an entry that is not approved', /careful-giver|Grandmother|grandchildren/],
    ['a Portrait without figures', /core-customer|Retired Giver|forty calls/],
    ['a learning that is not approved', /a-packer-noticed|Three lines|care of denim/],
    ['a learning without an approval', /voucher|process\.exit/],
    ['a Portrait that nobody described', /quiet-newcomer/],
    ['a colleague who tells something', /Lena Fictive|reads the label/],
    ['a KPI', /kpi|repeat.purchase|retention|net revenue|return rate/i],
    ['who approved it and who answers for it', /Head of|Store team/],
    ['words of a customer and notes for colleagues', /stopped looking|Fold the hem|style numbers/],
    ['money', /€|EUR|revenue/i],
    ['where figures come from', /passport|shopify|Wilson|interval/i],
  ])('tells nothing of %s', (_, pattern) => {
    const telling = siteFiles(out).filter((path) =>
      pattern.test(`${path}\n${readFileSync(join(out, path), 'utf8')}`),
    );
    expect(telling).toEqual([]);
  });

  test('says what an approved story says', () => {
    const persona = pages.find(({ path }) => path === 'persona/brand-enthusiast/index.html');
    expect(persona?.html).toContain('Almost everything is one thing: Jeans, with 72%');
    const insight = pages.find(({ path }) => path === 'insight/saved-basket/index.html');
    expect(insight?.html).toContain('People like to be helped more than to be pushed');
    expect(insight?.html).not.toContain('Of two mails');
  });

  test('shows every page in links with a picture of 1200 × 630 at its full address', () => {
    expect(pages).toHaveLength(3);
    for (const { path, html } of pages) {
      const image = /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? '';
      expect(image, path).toMatch(/^https:\/\/a\.example\/stories\/cards\//);
      const png = readFileSync(join(out, image.replace('https://a.example/stories/', '')));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], path).toEqual([1200, 630]);
      expect(html, path).toMatch(/<meta property="og:title" content="[^"]+"/);
      expect(html, path).toMatch(/<meta property="og:description" content="[^"]+"/);
    }
  });

  test('has no link that leads nowhere, no script and no style inside', () => {
    const files = new Set(siteFiles(out));
    for (const { path, html } of pages) {
      const addresses = [...attributeValues(html, 'href'), ...attributeValues(html, 'src')];
      expect(
        addresses.filter(
          (address) => !/^https:/.test(address) && !files.has(targetFile(path, address)),
        ),
        path,
      ).toEqual([]);
      expect(html, path).not.toMatch(/<script|<style|\sstyle=/);
    }
  });
});

describe('the public site in a browser', () => {
  const out = join(folder, 'seen');
  const PAGES = ['/', '/persona/brand-enthusiast/', '/insight/saved-basket/'];

  beforeAll(() => buildShare(resolve('tests/fixtures/content'), out));

  test.each([
    [360, 'light'],
    [1280, 'dark'],
  ] as const)(
    'is free of what axe finds wrong, and nothing of it scrolls aside or is squeezed, at %i px in %s',
    async (width, colorScheme) => {
      const [site, browser] = await Promise.all([serveDirectory(out, 0), openBrowser()]);
      try {
        for (const path of PAGES) {
          const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
          await page.goto(`${site.url}${path}`);
          expect(await axeViolations(page), path).toEqual([]);
          const [across, title] = await page.evaluate(() => [
            document.documentElement.scrollWidth,
            document.querySelector('h1')?.getBoundingClientRect().width ?? 0,
          ]);
          expect(across, path).toBe(width);
          // Beside a face or a kicker there is still room for whole words.
          expect(title, path).toBeGreaterThan(width / 2);
          await page.close();
        }
      } finally {
        await browser.close();
        await site.close();
      }
    },
  );

  test('prints each story on a sheet, without what leads on', async () => {
    const [site, browser] = await Promise.all([serveDirectory(out, 0), openBrowser()]);
    try {
      const page = await browser.newPage();
      for (const path of PAGES) {
        await page.goto(`${site.url}${path}`);
        const margin = { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' };
        const printed = (await page.pdf({ format: 'A4', margin })).toString('latin1');
        expect(printed.match(/\/Type\s*\/Page\b/g), path).toHaveLength(1);
        await page.emulateMedia({ media: 'print' });
        expect(await page.locator('.after:visible').count(), path).toBe(0);
        await page.emulateMedia({ media: null });
      }
    } finally {
      await browser.close();
      await site.close();
    }
  });

  test('leads from each story to the others, and from the home page to all', () => {
    const pages = sitePages(out);
    const files = new Set(pages.map(({ path }) => path));
    expect(files.size).toBe(PAGES.length);
    for (const { path, html } of pages) {
      const led = attributeValues(html, 'href').map((address) => targetFile(path, address));
      expect(new Set([path, ...led.filter((file) => files.has(file))]), path).toEqual(files);
    }
  });
});

test('npm run build:share says so where nothing is approved', async () => {
  const content = join(folder, 'no-content');
  const out = join(folder, 'empty');
  mkdirSync(content);
  await buildShare(content, out);
  expect(namesOf(out)).toEqual(FRAME);
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('No stories yet');
});
