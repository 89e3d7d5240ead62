import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../scripts/temporary-folder.ts';
import { fixtureSite } from './built-sites.ts';
import { runAstroBuild } from './run-astro-build.ts';
import { siteFiles } from './site-files.ts';

// Two whole builds.
test('a site is the same byte for byte with its renderings kept, damaged or gone', async () => {
  const site = join(temporaryFolder(), 'site');
  const renderings = `${site}.cache/renderings`;
  const build = async (): Promise<Map<string, string>> => {
    const { ok, output } = await runAstroBuild({ ...fixtureSite, folder: site });
    expect(ok, output).toBe(true);
    return new Map(siteFiles(site).map((path) => [path, readFileSync(join(site, path), 'latin1')]));
  };
  const cold = await build();
  const kept = readdirSync(renderings).sort();
  const cards = [...cold.keys()].filter((path) => path.endsWith('/og.png'));
  expect(kept.length).toBeGreaterThan(cards.length);
  expect(cards.length).toBeGreaterThan(10);

  // Every third is damaged, one is of a build that is long over.
  const [first = ''] = kept;
  for (const name of kept.filter((_, at) => at % 3 === 0))
    writeFileSync(join(renderings, name), '<svg/>');
  cpSync(join(renderings, first), join(renderings, 'of-former-content'), {
    preserveTimestamps: true,
  });
  const begin = Date.now();
  const warm = await build();
  expect([...warm.keys()]).toEqual([...cold.keys()]);
  expect(
    [...warm].filter(([path, bytes]) => cold.get(path) !== bytes).map(([path]) => path),
  ).toEqual([]);
  expect(readdirSync(renderings).sort()).toEqual(kept);
  const redrawn = kept.filter((name) => statSync(join(renderings, name)).birthtimeMs >= begin);
  expect(redrawn).toHaveLength(Math.ceil(kept.length / 3));
}, 300_000);
