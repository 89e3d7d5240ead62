import { copyFileSync, cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { GenerateReport } from '#generate/generate-report.ts';
import { SAMPLE_MARK, writeSample } from '#sample/write-sample.ts';
import { callGenerate, generated } from './call-generate.ts';
import { folderTexts, temporaryFolder } from './temporary-folder.ts';

/** Enough customers for Portraits, few enough for a quick test. */
const CUSTOMERS = 900;

/** What every call is given. */
const CONFIG = ['--config', 'tests/generate/quick-sample.config.ts'];

let exportsDirectory = '';
/** The content of a first run, from which each test takes a copy. */
let firstContent = '';
let firstReport: GenerateReport;
beforeAll(async () => {
  const cache = join(process.cwd(), 'node_modules/.cache/small-sample');
  rmSync(cache, { recursive: true, force: true });
  exportsDirectory = join(cache, 'exports');
  firstContent = join(cache, 'content');
  await writeSample(exportsDirectory, { customers: CUSTOMERS });
  firstReport = await generated([
    ...CONFIG,
    ...['--exports', exportsDirectory, '--content', firstContent],
  ]);
});

/** A copy of the first run's content, without its local state: another secret must not matter. */
function contentCopy(of: string = firstContent): string {
  const copy = join(temporaryFolder(), 'content');
  cpSync(of, copy, { recursive: true });
  return copy;
}

function exportsCopy(): string {
  const copy = join(temporaryFolder(), 'exports');
  cpSync(exportsDirectory, copy, { recursive: true });
  return copy;
}

describe('generate', () => {
  test('generate writes nothing in a second run', async () => {
    expect(firstReport.changes.every(({ change }) => change === 'created')).toBe(true);
    const content = contentCopy();
    const second = await generated([
      ...CONFIG,
      ...['--exports', exportsDirectory, '--content', content],
    ]);
    expect(second.changes.filter(({ change }) => change !== 'unchanged')).toEqual([]);
    expect(folderTexts(content)).toEqual(folderTexts(firstContent));
  });

  test('generate --check exits with 1 before the first run and with 0 after it, and writes nothing', async () => {
    const content = join(temporaryFolder(), 'content');
    const check = [...CONFIG, '--exports', exportsDirectory, '--check', '--content'];
    expect((await callGenerate([...check, content])).code).toBe(1);
    expect(readdirSync(join(content, '..')).includes('content')).toBe(false);
    expect((await callGenerate([...check, contentCopy()])).code).toBe(0);
  });

  test('generate ignores the order of rows and files, and the local secret', async () => {
    const shuffled = exportsCopy();
    for (const file of [
      'products',
      'returns',
      'shipments',
      'campaign-results',
      'kpi-snapshots',
      'gorgias/tickets',
      'klaviyo/flows',
      'shipstation/orders',
      'shopify/customers_export',
    ]) {
      reverseRows(join(shuffled, `${file}.csv`));
    }
    swapFiles(
      join(shuffled, 'shopify/orders_export_1.csv'),
      join(shuffled, 'shopify/orders_export_4.csv'),
    );
    swapFiles(
      join(shuffled, 'amazon/all-orders-2026.txt'),
      join(shuffled, 'amazon/all-orders-by-last-update.txt'),
    );
    swapFiles(
      join(shuffled, 'shopify/orders_export_5.csv'),
      join(shuffled, 'shopify/latest/orders_export_1.csv'),
    );
    const content = join(temporaryFolder(), 'content');
    await generated([...CONFIG, '--exports', shuffled, '--content', content]);
    const expected = folderTexts(firstContent);
    const found = folderTexts(content);
    // The row account names the files, whose rows were swapped; everything else must be the same bytes.
    delete expected['dataset.json'];
    delete found['dataset.json'];
    expect(found).toEqual(expected);
  });

  test('generate closes the row account of every file', () => {
    for (const { path, rows } of firstReport.files) {
      expect(rows.used + rows.ignored + rows.rejected, path).toBe(rows.in);
    }
  });

  test('generate never writes an e-mail address or an order number into content', () => {
    const texts = Object.values(folderTexts(firstContent)).join('\n');
    expect(texts).not.toMatch(/@example\.(?:com|org|net)/);
    expect(texts).not.toMatch(/#\d{4,}/);
  });

  test('generate leaves an edited story alone, and a deleted one deleted', async () => {
    const content = contentCopy();
    const [edited = '', deleted = ''] = firstReport.personas.map(({ id }) =>
      join(content, `personas/${id}.mdx`),
    );
    const text = `${readFileSync(edited, 'utf8')}\nWe met them at the fair.\n`;
    writeFileSync(edited, text);
    rmSync(deleted);
    await generated([
      ...CONFIG,
      ...['--exports', exportsDirectory],
      ...['--content', content],
      ...['--as-of', '2026-09-30'],
    ]);
    expect(readFileSync(edited, 'utf8')).toBe(text);
    expect(() => readFileSync(deleted)).toThrow();
  });

  test('generate refuses to write over the figures of another shop', async () => {
    const content = contentCopy();
    const own = exportsCopy();
    rmSync(join(own, SAMPLE_MARK));
    const { code, errors } = await callGenerate([
      ...CONFIG,
      ...['--exports', own, '--content', content],
    ]);
    expect(code).toBe(1);
    expect(errors).toContain('npm run init');
    expect(folderTexts(content)).toEqual(folderTexts(firstContent));
  });
});

function reverseRows(file: string): void {
  const [header = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
  writeFileSync(file, `${[header, ...rows.reverse()].join('\n')}\n`);
}

function swapFiles(one: string, other: string): void {
  const text = readFileSync(one);
  copyFileSync(other, one);
  writeFileSync(other, text);
}
