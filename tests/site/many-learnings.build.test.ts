import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LEARNINGS_PER_PAGE } from '#components/insight-pages.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';
import { fixtureSite } from './built-sites.ts';
import { runAstroBuild } from './run-astro-build.ts';
import { attributeValues, siteFiles, sitePages, targetFile } from './site-files.ts';

/** Two full pages and a little more. */
const COUNT = LEARNINGS_PER_PAGE * 2 + 3;
const KINDS = ['story', 'survey'];

test('many learnings are cut into pages, each reachable by links from the first', async () => {
  const folder = temporaryFolder();
  const content = join(folder, 'content');
  mkdirSync(join(content, 'insights'), { recursive: true });
  for (let index = 0; index < COUNT; index += 1) {
    writeFileSync(
      join(content, `insights/learning-${index}.mdx`),
      [
        '---',
        `title: Learning ${index}`,
        `kind: ${KINDS[index % 2]}`,
        `date: ${2020 + (index % 5)}-03-01`,
        'status: published',
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
  expect(titles('insights/page/3/index.html')).toBe(3);
  expect(files.has('insights/page/4/index.html')).toBe(false);
  expect(titles('insights/kind/story/page/2/index.html')).toBe(
    Math.ceil(COUNT / 2) - LEARNINGS_PER_PAGE,
  );
  expect(titles('insights/year/2024/index.html')).toBe(Math.floor(COUNT / 5));

  const broken = sitePages(dist)
    .filter(({ path }) => path.startsWith('insights/'))
    .flatMap(({ path, html }) =>
      attributeValues(html, 'href')
        .filter((address) => !/^(?:https?:|mailto:|data:)/.test(address))
        .filter((address) => !files.has(targetFile(path, address)))
        .map((address) => `${path} → ${address}`),
    );
  expect(broken).toEqual([]);
});
