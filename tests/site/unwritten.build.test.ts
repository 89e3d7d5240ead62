import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TEMPLATE_FIELDS } from '#core/templates/template-texts.ts';
import { planEntry } from '#scripts/new/plan-entry.ts';
import { writeTree } from '../generate/content/file-tree.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';
import { fixtureSite } from './built-sites.ts';
import { runAstroBuild } from './run-astro-build.ts';
import { siteFiles } from './site-files.ts';

const NAMES = {
  persona: 'Planner Unwritten',
  insight: 'Learning Unwritten',
  voice: 'Ada Unwritten',
};

test('a build shows nobody what templates ask, and warns of no collection that is empty', async () => {
  const folder = temporaryFolder();
  const [content, dist] = [join(folder, 'content'), join(folder, 'dist')];
  cpSync(fixtureSite.content, content, { recursive: true });
  // A shop has not everything: no audiences, and no voices but the one that was begun.
  rmSync(join(content, 'audiences.json'));
  rmSync(join(content, 'voices'), { recursive: true });
  for (const kind of ['persona', 'insight', 'voice'] as const) {
    const { path, text } = planEntry(kind, NAMES[kind], new Date(2030, 1, 1));
    writeTree(content, { [path]: text });
  }
  const { ok, output } = await runAstroBuild({ content, config: fixtureSite.config, folder: dist });
  expect(output).not.toContain('does not exist or is empty');
  expect(output).not.toContain('No files found matching');
  expect(ok).toBe(true);

  const own = [
    'personas/planner-unwritten/',
    'insights/learning-unwritten/',
    'poster/planner-unwritten/',
  ];
  const asked = Object.values(TEMPLATE_FIELDS).map((text) => text.split('\n')[0] ?? '');
  const said = siteFiles(dist)
    .filter((path) => /\.(?:html|json|xml|txt)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(dist, path), 'utf8') }));
  const telling = (words: readonly string[]): string[] =>
    said.filter(({ text }) => words.some((one) => text.includes(one))).map(({ path }) => path);
  expect(telling(asked)).toEqual([]);
  // Their pages stay at their addresses, and nothing leads there.
  const listing = telling(Object.values(NAMES)).filter(
    (path) => !own.some((start) => path.startsWith(start)),
  );
  expect(listing).toEqual([]);
}, 300_000);
