import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PersonaSchema } from '#core/schemas/persona.ts';
import { SegmentationSchema, type Segmentation } from '#core/schemas/segmentation.ts';
import { adjustedRandIndex } from '#core/segmentation/adjusted-rand-index.ts';
import type { GenerateReport } from '#generate/generate-report.ts';
import { generated } from './call-generate.ts';
import {
  plantCustomerTable,
  writePlantedTable,
  type PlantedTable,
} from './planted-customer-table.ts';

/** Larger by hand, and then with twice as many columns that say something: docs/features.md. */
const CUSTOMERS = Number(process.env['TABLE_CUSTOMERS'] ?? 1_000);
const COLUMNS = Number(process.env['TABLE_COLUMNS'] ?? 1_100);

/** Columns that must be left out, and what the reason says. */
const UNUSABLE: Record<string, RegExp> = {
  'First Name': /Called like a name/,
  'Last Name': /Called like a name/,
  'always the same': /same value/,
  'nearly empty': /Fewer than 20%/,
  since: /Holds days/,
  'second contact': /e-mail addresses/,
  account: /Holds ids/,
  remark: /free text/,
  'reached under': /Holds ids/,
};

/** One customer table of 1,100 columns with five planted kinds, without any order. */
describe('generate on a customer table of 1,100 columns', () => {
  const folder = mkdtempSync(join(tmpdir(), 'customer-table-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const words = [
    ...['--exports', join(folder, 'exports'), '--content', join(folder, 'content')],
    ...['--config', join(folder, 'portal.config.ts'), '--as-of', '2026-01-31'],
  ];
  let planted: PlantedTable;
  let report: GenerateReport;
  let segmentation: Segmentation;
  beforeAll(async () => {
    planted = plantCustomerTable({
      rows: CUSTOMERS,
      columns: COLUMNS,
      share: process.env['TABLE_CUSTOMERS'] === undefined ? 0.5 : 1,
    });
    writePlantedTable(join(folder, 'exports/customers.csv'), planted);
    writeFileSync(
      join(folder, 'portal.config.ts'),
      `export default { dataset: 'planted', company: { name: 'Planted' }, currency: 'EUR', timeZone: 'Europe/Berlin',
        customerTable: { files: ['customers.csv'], key: 'E-Mail' }, portraits: { most: 7 } };`,
    );
    report = await generated(words);
    segmentation = SegmentationSchema.parse(
      JSON.parse(readFileSync(join(folder, 'content/personas/segmentation.json'), 'utf8')),
    );
  });

  test('finds the planted kinds again (adjusted Rand index of at least 0.80)', () => {
    const emails = new Map(
      stateRows(folder, 'vault.csv').map(([key = '', email = '']) => [key, email]),
    );
    const pairs = stateRows(folder, 'assignments.csv').map(([key = '', persona = '']) => ({
      kind: planted.kinds.get(emails.get(key) ?? '') ?? 'nobody',
      persona,
    }));
    expect(pairs).toHaveLength(CUSTOMERS);
    expect(pairs.every(({ kind }) => kind !== 'nobody')).toBe(true);
    const agreement = adjustedRandIndex(
      pairs.map(({ kind }) => kind),
      pairs.map(({ persona }) => persona),
    );
    expect(agreement).toBeGreaterThanOrEqual(0.8);
    expect(report.personas).toHaveLength(5);
  });

  test('factors at most 200 columns, and says of each other one why it is left out', () => {
    const { model, dropped, explanation } = segmentation;
    expect(model?.features.length).toBeLessThanOrEqual(200);
    expect(model?.features.length).toBeGreaterThan(90);
    const used = new Set(model?.features.flatMap(({ column }) => column?.name ?? []));
    const reasons = new Map(dropped.map(({ feature, reason }) => [feature, reason]));
    const [header = ''] = planted.text.split('\n');
    const columns = header.split(',').slice(1);
    expect(columns).toHaveLength(COLUMNS + 2);
    const isLevelOf = (name: string) =>
      [...reasons.keys()].some((feature) => feature.startsWith(`${name}: `));
    expect(
      columns.filter((name) => !used.has(name) && !reasons.has(name) && !isLevelOf(name)),
    ).toEqual([]);
    for (const [name, reason] of Object.entries(UNUSABLE))
      expect(reasons.get(name)).toMatch(reason);
    for (let copy = 0; copy < 20; copy += 1)
      expect(reasons.get(`copy_${String(copy)}`)).toBe(
        `Nearly the same as "number_${String(copy)}"`,
      );
    // Noise goes together with nothing; hardly any is taken for more.
    const noise = [...used].filter((name) => name.startsWith('noise_'));
    expect(noise.length).toBeLessThanOrEqual(2);
    expect(explanation).toMatch(
      /Of 1,\d{3} columns of the customer table, screening kept \d+ features; [\d.]+% of their cells are empty and count as the average; \d+ with long tails enter as logarithms/,
    );
  });

  test('describes each Portrait by the columns in which it differs, and names nobody', () => {
    for (const { id } of report.personas) {
      const text = readFileSync(join(folder, `content/personas/${id}.json`), 'utf8');
      const persona = PersonaSchema.parse(JSON.parse(text));
      expect(persona.facts.filter((fact) => fact.id.startsWith('column')).length).toBe(20);
      expect(persona.distinguishing.length).toBeGreaterThan(0);
    }
    const texts = readdirSync(join(folder, 'content'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    expect(texts.some((text) => /example\.com|Smith\d/.test(text))).toBe(false);
  });

  test('writes nothing in a second run', async () => {
    const again = await generated(words);
    expect(again.changes.filter(({ change }) => change !== 'unchanged')).toEqual([]);
  });
});

function stateRows(folder: string, file: string): string[][] {
  const [, ...rows] = readFileSync(join(folder, 'content.portal', file), 'utf8')
    .trim()
    .split('\n');
  return rows.map((row) => row.split(','));
}
