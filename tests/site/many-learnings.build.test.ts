import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LEARNINGS_PER_PAGE } from '#components/insight-pages.ts';
import { openBrowser } from '#scripts/pictures/open-browser.ts';
import { serveDirectory } from '#scripts/site/serve-directory.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';
import { fixtureSite } from './built-sites.ts';
import { runAstroBuild } from './run-astro-build.ts';
import { attributeValues, siteFiles, sitePages, targetFile } from './site-files.ts';

/** Three full pages and a little more. */
const COUNT = LEARNINGS_PER_PAGE * 3 + 3;
const KINDS = ['story', 'survey'];
const NUMBERS = Array.from({ length: COUNT }, (_, index) => index);
const kindOf = (index: number): string => KINDS[index % 2] ?? '';
/** One in nine is older. */
const yearOf = (index: number): number => (index % 9 === 0 ? 2020 : 2024);
/** The newest one is still to be written. */
const DRAFT = COUNT - 1;

test('many learnings are cut into pages, each reachable by links from the first', async () => {
  const folder = temporaryFolder();
  const content = join(folder, 'content');
  mkdirSync(join(content, 'insights'), { recursive: true });
  for (const index of NUMBERS) {
    writeFileSync(
      join(content, `insights/learning-${index}.mdx`),
      [
        '---',
        `title: Learning ${index}`,
        `kind: ${kindOf(index)}`,
        `date: ${index === DRAFT ? '2025-01-01' : `${yearOf(index)}-03-01`}`,
        `status: ${index === DRAFT ? 'draft' : 'published'}`,
        '---',
        '',
        'Something was learned.',
        '',
      ].join('\n'),
    );
  }
  const dist = join(folder, 'dist');
  const { ok, output } = await runAstroBuild({
    content,
    config: fixtureSite.config,
    folder: dist,
  });
  expect(ok, output).toBe(true);

  const files = new Set(siteFiles(dist));
  const titles = (path: string): number =>
    readFileSync(join(dist, path), 'utf8').split('class="teaser"').length - 1;
  expect(titles('insights/index.html')).toBe(LEARNINGS_PER_PAGE);
  expect(titles('insights/page/2/index.html')).toBe(LEARNINGS_PER_PAGE);
  expect(titles('insights/page/4/index.html')).toBe(3);
  expect(files.has('insights/page/5/index.html')).toBe(false);
  expect(titles('insights/kind/survey/page/2/index.html')).toBe(
    NUMBERS.filter((index) => kindOf(index) === 'survey').length - LEARNINGS_PER_PAGE,
  );
  const last = readFileSync(join(dist, 'insights/page/4/index.html'), 'utf8');
  expect(last.indexOf(`Learning ${DRAFT}`)).toBeGreaterThan(last.indexOf('>Drafts<'));
  expect(readFileSync(join(dist, 'insights/index.html'), 'utf8')).not.toContain('>Drafts<');

  // Whoever follows them has seen the older ones: a feed of all would grow for ever, and a round of the wall take days.
  const told = (path: string, sign: string): number =>
    readFileSync(join(dist, path), 'utf8').split(sign).length - 1;
  expect(told('rss.xml', '<item>')).toBe(Math.min(50, DRAFT));
  for (const playlist of ['', 'leadership/'])
    expect(told(`screen/${playlist}index.html`, 'slide--learning')).toBe(20);

  const broken = sitePages(dist)
    .filter(({ path }) => path.startsWith('insights/'))
    .flatMap(({ path, html }) =>
      attributeValues(html, 'href')
        .filter((address) => !/^(?:https?:|mailto:|data:)/.test(address))
        .filter((address) => !files.has(targetFile(path, address)))
        .map((address) => `${path} → ${address}`),
    );
  expect(broken).toEqual([]);

  const site = await serveDirectory(dist, 0);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const both = NUMBERS.filter(
      (index) => kindOf(index) === 'survey' && yearOf(index) === 2024 && index !== DRAFT,
    );
    expect(both.length).toBeGreaterThan(LEARNINGS_PER_PAGE);
    await page.goto(`${site.url}/insights/kind/survey/?with=year/2024`);
    await expect.poll(() => page.locator('.teaser').count()).toBe(LEARNINGS_PER_PAGE);
    await expect
      .poll(() => page.locator('.facets-status').innerText())
      .toBe(`${both.length} learnings, page 1 of 2`);
    const shown = await page.locator('.teaser__title').allInnerTexts();
    // What a value counts is what choosing it shows, those of the chosen kinds included.
    const counted = page.locator('.facet li', { has: page.locator('[data-value="kind/story"]') });
    expect(await counted.locator('.facet__count').innerText()).toBe(
      String(
        NUMBERS.filter(
          (index) => kindOf(index) === 'story' && yearOf(index) === 2024 && index !== DRAFT,
        ).length,
      ),
    );
    await page.locator('.pager').getByRole('link', { name: 'Page 2' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/with=year%2F2024&page=2$/);
    await expect.poll(() => page.locator('.teaser').count()).toBe(both.length - LEARNINGS_PER_PAGE);
    const rest = await page.locator('.teaser__title').allInnerTexts();
    expect(new Set([...shown, ...rest])).toEqual(new Set(both.map((index) => `Learning ${index}`)));
  } finally {
    await browser.close();
    await site.close();
  }
});
