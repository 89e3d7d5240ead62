import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../scripts/temporary-folder.ts';
import { fixtureSite } from './built-sites.ts';
import { runAstroBuild } from './run-astro-build.ts';
import { siteFiles } from './site-files.ts';

/** Pages of learnings that a build wrote itself, in the order of their ids. */
function written(output: string): string[] {
  return [...output.matchAll(/\/insights\/([a-z0-9-]+)\/index\.html/g)]
    .map(([, id = '']) => id)
    .filter((id) => !['date', 'finding', 'kind', 'page', 'portrait'].includes(id))
    .sort();
}

// Five whole builds.
test('pages of learnings are taken over as long as they are the same, byte for byte', async () => {
  const folder = temporaryFolder();
  const content = join(folder, 'content');
  cpSync(fixtureSite.content, content, { recursive: true });
  const learning = (id: string): string => join(content, `insights/${id}.mdx`);
  const build = async (
    name: string,
  ): Promise<{ pages: Map<string, string>; written: string[] }> => {
    const site = join(folder, name);
    const { ok, output } = await runAstroBuild({ ...fixtureSite, content, folder: site });
    expect(ok, output).toBe(true);
    const paths = siteFiles(site);
    return {
      pages: new Map(paths.map((path) => [path, readFileSync(join(site, path), 'latin1')])),
      written: written(output),
    };
  };
  const differing = (left: Map<string, string>, right: Map<string, string>): string[] => {
    expect([...left.keys()]).toEqual([...right.keys()]);
    return [...left].filter(([path, bytes]) => right.get(path) !== bytes).map(([path]) => path);
  };

  const cold = await build('site');
  expect(cold.written).toEqual(['a-packer-noticed', 'saved-basket', 'voucher-every-week']);
  const kept = join(folder, 'site.cache/pages');
  expect(readdirSync(kept)).toHaveLength(3);

  const again = await build('site');
  expect(again.written).toEqual([]);
  expect(differing(again.pages, cold.pages)).toEqual([]);

  // One says something else and has another title, one is new, one is gone, one kept page is damaged.
  const noticed = readFileSync(learning('a-packer-noticed'), 'utf8');
  writeFileSync(
    learning('a-packer-noticed'),
    `${noticed.replace(/^title: .*$/m, 'title: Somebody noticed')}\nAnd said so.\n`,
  );
  writeFileSync(learning('another'), noticed);
  for (const form of ['json', 'mdx']) rmSync(join(content, `insights/voucher-every-week.${form}`));
  for (const name of readdirSync(kept)) writeFileSync(join(kept, name), '<!doctype html>');
  const changed = await build('site');
  expect(changed.written).toEqual(['a-packer-noticed', 'another', 'saved-basket']);

  writeFileSync(learning('another'), noticed.replace('\n---\n', '\n---\nAnother beginning.\n'));
  const warm = await build('site');
  expect(warm.written).toEqual(['another']);
  rmSync(join(folder, 'site.cache'), { recursive: true });
  const anew = await build('site');
  expect(differing(warm.pages, anew.pages)).toEqual([]);
}, 300_000);
