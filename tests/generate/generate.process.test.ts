import { copyFileSync, cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { recoverContent } from '#generate/content/apply-content.ts';
import { writeSample } from '#sample/write-sample.ts';
import { callGenerate, generated } from './call-generate.ts';
import { folderTexts, temporaryFolder } from './temporary-folder.ts';

/** Enough customers for Portraits, few enough for a quick test. */
const CUSTOMERS = 900;

let exportsDirectory = '';
beforeAll(async () => {
  exportsDirectory = join(process.cwd(), 'node_modules/.cache/small-sample');
  rmSync(exportsDirectory, { recursive: true, force: true });
  await writeSample(exportsDirectory, { customers: CUSTOMERS });
});

function exportsCopy(): string {
  const copy = join(temporaryFolder(), 'exports');
  cpSync(exportsDirectory, copy, { recursive: true });
  return copy;
}

/** Two runs on the same exports must write the same bytes; where, when and with which secret does not matter. */
async function contentOf(exports: string): Promise<Record<string, string>> {
  const content = join(temporaryFolder(), 'content');
  await generated(['--exports', exports, '--content', content]);
  return folderTexts(content);
}

describe('generate', () => {
  test('generate writes nothing in a second run', async () => {
    const content = join(temporaryFolder(), 'content');
    const words = ['--exports', exportsDirectory, '--content', content];
    const first = await generated(words);
    expect(first.changes.every(({ change }) => change === 'created')).toBe(true);
    const before = folderTexts(content);
    const second = await generated(words);
    expect(second.changes.filter(({ change }) => change !== 'unchanged')).toEqual([]);
    expect(folderTexts(content)).toEqual(before);
  });

  test('generate --check exits with 1 before the first run and with 0 after it, and writes nothing', async () => {
    const content = join(temporaryFolder(), 'content');
    const words = ['--exports', exportsDirectory, '--content', content];
    expect((await callGenerate([...words, '--check'])).code).toBe(1);
    expect(readdirSync(join(content, '..')).includes('content')).toBe(false);
    await generated(words);
    expect((await callGenerate([...words, '--check'])).code).toBe(0);
  });

  test('generate ignores the order of rows and files, and the local secret', async () => {
    const shuffled = exportsCopy();
    for (const file of ['products', 'returns', 'shipments', 'campaign-results', 'kpi-snapshots']) {
      reverseRows(join(shuffled, `${file}.csv`));
    }
    swapFiles(
      join(shuffled, 'shopify/orders_export_1.csv'),
      join(shuffled, 'shopify/orders_export_4.csv'),
    );
    const expected = await contentOf(exportsDirectory);
    const found = await contentOf(shuffled);
    // The row account names the files, whose rows were swapped; everything else must be the same bytes.
    delete expected['dataset.json'];
    delete found['dataset.json'];
    expect(found).toEqual(expected);
  });

  test('generate closes the row account of every file', async () => {
    const report = await generated([
      ...['--exports', exportsDirectory],
      ...['--content', join(temporaryFolder(), 'content')],
    ]);
    for (const { path, rows } of report.files) {
      expect(rows.used + rows.ignored + rows.rejected, path).toBe(rows.in);
    }
  });

  test('generate never writes an e-mail address, a name or an order number into content', async () => {
    const texts = Object.values(await contentOf(exportsDirectory)).join('\n');
    expect(texts).not.toMatch(/@example\.(?:com|org|net)/);
    expect(texts).not.toMatch(/#\d{4,}/);
  });

  test('generate leaves an edited story alone, and a deleted one deleted', async () => {
    const content = join(temporaryFolder(), 'content');
    const words = ['--exports', exportsDirectory, '--content', content];
    const { personas } = await generated(words);
    const [edited = '', deleted = ''] = personas.map(({ id }) =>
      join(content, `personas/${id}.mdx`),
    );
    const text = `${readFileSync(edited, 'utf8')}\nWe met them at the fair.\n`;
    writeFileSync(edited, text);
    rmSync(deleted);
    await generated([...words, '--as-of', '2026-09-30']);
    expect(readFileSync(edited, 'utf8')).toBe(text);
    expect(() => readFileSync(deleted)).toThrow();
  });

  test('generate refuses to write over the figures of another shop', async () => {
    const content = join(temporaryFolder(), 'content');
    await generated(['--exports', exportsDirectory, '--content', content]);
    const own = exportsCopy();
    const before = folderTexts(content);
    rmSync(join(own, 'sample-retailer.txt'));
    const { code, errors } = await callGenerate(['--exports', own, '--content', content]);
    expect(code).toBe(1);
    expect(errors).toContain('npm run init');
    expect(folderTexts(content)).toEqual(before);
  });

  test('generate leaves one whole state when it is killed at any moment', async () => {
    const content = join(temporaryFolder(), 'content');
    const words = ['--exports', exportsDirectory, '--content', content];
    const start = performance.now();
    await generated([...words, '--as-of', '2026-06-30']);
    const duration = performance.now() - start;
    const old = folderTexts(content);
    const fresh = folderTexts(await copyAfter(content, words));
    for (const share of [0.2, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98]) {
      const tried = join(temporaryFolder(), 'content');
      cpSync(content, tried, { recursive: true });
      await callGenerate(['--exports', exportsDirectory, '--content', tried], duration * share);
      recoverContent(tried);
      expect([old, fresh]).toContainEqual(folderTexts(tried));
    }
  });
});

/** The state after a whole run that starts from a copy. */
async function copyAfter(content: string, words: string[]): Promise<string> {
  const copy = join(temporaryFolder(), 'content');
  cpSync(content, copy, { recursive: true });
  await generated([...words.slice(0, -1), copy]);
  return copy;
}

function reverseRows(file: string): void {
  const [header = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
  writeFileSync(file, `${[header, ...rows.reverse()].join('\n')}\n`);
}

function swapFiles(one: string, other: string): void {
  const text = readFileSync(one);
  copyFileSync(other, one);
  writeFileSync(other, text);
}
