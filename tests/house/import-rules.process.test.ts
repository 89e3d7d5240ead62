import { spawnSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import { writeTree } from '../generate/content/file-tree.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';

const ROOT = join(import.meta.dirname, '../..');
const eslint = new ESLint({ cwd: ROOT });

async function brokenRules(filePath: string, code: string): Promise<string[]> {
  const results = await eslint.lintText(code, { filePath: join(ROOT, filePath) });
  const messages = results.flatMap((result) => result.messages);
  return messages.flatMap(({ ruleId }) => (ruleId === null ? [] : [ruleId]));
}

describe('the linter', () => {
  test.each([
    ['src/core/kpis/x.ts', "export * from 'node:fs';"],
    ['src/core/kpis/x.ts', "export * from 'vega';"],
    ['src/core/kpis/x.ts', "export * from 'astro:content';"],
    ['src/core/kpis/x.ts', "export * from '#render/palette.ts';"],
    ['src/core/kpis/x.ts', "export * from '#config';"],
    ['src/core/kpis/x.ts', "export * from '../../data/kpis.ts';"],
    ['src/core/charts/x.ts', "export * from '#core/kpis/net-revenue.ts';"],
    ['src/core/cards/x.ts', "export * from '../statistics/wilson-interval.ts';"],
    ['src/render/x.ts', "export * from '#components/Face.astro';"],
    ['src/data/x.ts', "export * from '#render/palette.ts';"],
    ['src/markdown/x.ts', "export * from '#data/kpis.ts';"],
    ['src/share/x.ts', "export * from '../markdown/split-address.ts';"],
    ['src/components/X.astro', "---\nimport x from '#scripts/init.ts';\n---\n{x}"],
    ['src/client/x.ts', "export * from '#core/kpis/net-revenue.ts';"],
    ['src/client/x.ts', "export * from '#data/kpis.ts';"],
    ['src/pages/x.ts', "export * from '#generate/generate.ts';"],
    ['src/pages/x.ts', "export * from '../client/screen.ts';"],
    ['src/share/x.ts', "export * from '#layouts/Page.astro';"],
    ['src/editor/x.ts', "export * from '#data/kpis.ts';"],
    ['src/share/x.ts', "export * from '../pages/brand.css.ts';"],
    ['scripts/generate/x.ts', "export * from '#data/kpis.ts';"],
    ['scripts/generate/x.ts', "export * from '#sample/write-sample.ts';"],
  ])('refuses in %s: %s', async (path, code) => {
    expect(await brokenRules(path, code)).toContain('no-restricted-imports');
  });

  test.each([
    ['Math.random()', 'no-restricted-properties'],
    ['Date.now()', 'no-restricted-properties'],
    ['new Date()', 'no-restricted-syntax'],
    ['Date()', 'no-restricted-syntax'],
    ['process.env', 'no-restricted-globals'],
    ['fetch("x")', 'no-restricted-globals'],
    ['performance.now()', 'no-restricted-globals'],
    ['globalThis.Date', 'no-restricted-globals'],
  ])('refuses %s in core, where chance and time are parameters', async (expression, rule) => {
    expect(await brokenRules('src/core/kpis/x.ts', `export const x = ${expression};`)).toContain(
      rule,
    );
  });

  test.each([
    ['src/core/kpis/x.ts', "export * from '#core/schemas/measure.ts';"],
    ['src/core/kpis/x.ts', "export const x = new Date('2026-01-01');"],
    ['src/core/charts/x.ts', "export * from '#core/format/format-value.ts';"],
    ['src/render/x.ts', "export * from '#core/charts/chart.ts';"],
    ['src/components/x.ts', "export * from '#markdown/split-address.ts';"],
    ['src/client/x.ts', "export * from '#core/search/shard-search-index.ts';"],
    ['scripts/generate/x.ts', "export * from 'node:fs';"],
    ['scripts/generate/main.ts', "export * from '#scripts/cli/run-command.ts';"],
  ])('accepts in %s: %s', async (path, code) => {
    expect(await brokenRules(path, code)).toEqual([]);
  });
});

/** A small repository with our rules in it, and one file that may break them. */
function cruise(path: string, code: string): { status: number | null; stdout: string } {
  const folder = temporaryFolder();
  for (const file of ['.dependency-cruiser.json', 'package.json', 'tsconfig.json']) {
    cpSync(join(ROOT, file), join(folder, file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  writeTree(folder, {
    'src/core/schemas/a.ts': 'export const a = 1;',
    'src/core/kpis/a.ts': "export { a } from '#core/schemas/a.ts';",
    'src/data/a.ts': "export { a } from '#core/kpis/a.ts';",
    'src/client/a.ts': 'export const a = 1;',
    'src/pages/a.ts': "export { a } from '#data/a.ts';",
    'src/editor/a.ts': "export { a } from '#core/kpis/a.ts';",
    'scripts/generate/a.ts': "export { a } from '#core/kpis/a.ts';",
    'scripts/cli/a.ts': 'export const a = 1;',
    [path]: code,
  });
  const tool = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const words = [tool, '--config', '.dependency-cruiser.json', 'src', 'scripts'];
  return spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
}

describe('the dependency cruiser', () => {
  test('accepts files that follow the rules', () => {
    const { status, stdout } = cruise('src/core/kpis/b.ts', "export { a } from './a.ts';");
    expect(stdout).toContain('no dependency violations found');
    expect(status).toBe(0);
  });

  test.each([
    ['no-cycles', 'src/core/schemas/a.ts', "export * from '#core/kpis/a.ts'; export const a = 1;"],
    ['src-never-imports-scripts', 'src/data/b.ts', "export * from '../../scripts/cli/a.ts';"],
    ['generate-imports-core-only', 'scripts/generate/b.ts', "export * from '../../src/data/a.ts';"],
    ['generate-imports-core-only', 'scripts/generate/b.ts', "export * from '../cli/a.ts';"],
    ['core-imports-core-only', 'src/core/kpis/b.ts', "export * from '#data/a.ts';"],
    ['core-is-pure', 'src/core/kpis/b.ts', "export * from 'node:fs';"],
    ['core-is-pure', 'src/core/kpis/b.ts', "export * from 'vega';"],
    ['drawings-know-finished-numbers', 'src/core/charts/b.ts', "export * from '../kpis/a.ts';"],
    ['render-imports-core', 'src/render/b.ts', "export * from '../data/a.ts';"],
    ['data-imports-core', 'src/data/b.ts', "export * from '../pages/a.ts';"],
    ['markdown-imports-core', 'src/markdown/b.ts', "export * from '../data/a.ts';"],
    ['components-never-import-pages', 'src/components/b.ts', "export * from '../pages/a.ts';"],
    ['pages-never-import-client', 'src/pages/b.ts', "export * from '../client/a.ts';"],
    ['client-stays-small', 'src/client/b.ts', "export * from '#core/kpis/a.ts';"],
    ['share-knows-no-internal-page', 'src/share/b.ts', "export * from '../pages/a.ts';"],
    ['editor-stands-alone', 'src/editor/b.ts', "export * from '../data/a.ts';"],
    ['nothing-imports-the-editor', 'src/pages/b.ts', "export * from '../editor/a.ts';"],
    ['no-unresolvable', 'src/data/b.ts', "export * from './nowhere.ts';"],
  ])('finds %s in %s: %s', (rule, path, code) => {
    const { status, stdout } = cruise(path, code);
    expect(stdout).toContain(rule);
    expect(status).toBeGreaterThan(0);
  });
});
