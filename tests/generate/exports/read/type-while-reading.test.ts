import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createZone } from '#generate/exports/cells/zone-offsets.ts';
import { FIRST_ROWS } from '#generate/exports/cells/infer-form.ts';
import { planFolder } from '#generate/exports/plan/plan-folder.ts';
import { scanFile } from '#generate/exports/read/file-bytes.ts';
import { readFile } from '#generate/exports/read/read-file.ts';
import { typeWhileReading } from '#generate/exports/read/type-while-reading.ts';
import { withStatementCosts } from '#scripts/bench/statement-costs.ts';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';
import { shopConfig } from '../exports-fixture.ts';

const HEADER =
  'Name,Email,Created at,Total,Lineitem quantity,Lineitem name,Lineitem price,Billing Name,Notes';
const NAME = 'shopify/orders_export.csv';
const config = shopConfig();

let engine: Engine;
let folder: string;
beforeAll(async () => {
  engine = await openEngine();
  await createZone(engine, config.timeZone);
  folder = await mkdtemp(join(tmpdir(), 'while-reading-'));
});
afterAll(async () => {
  engine.close();
  await rm(folder, { recursive: true, force: true });
});

/** A row of an order, with some cells of its own. */
function row(order: number, cells: Record<string, string> = {}): string {
  const all: Record<string, string> = {
    Name: `#${order}`,
    Email: `anna${order}@example.com`,
    'Created at': '2024-01-05 10:00:00 +0000',
    Total: '12.50',
    'Lineitem quantity': '1',
    'Lineitem name': 'Scarf',
    'Lineitem price': '12.50',
    'Billing Name': 'Anna Smith',
    ...cells,
  };
  return HEADER.split(',').map((name) => all[name] ?? '').join(','); // prettier-ignore
}

/** A file whose last row is no more among those that show how it is written. */
async function planEndingWith(last: string, first = row(999)) {
  const rows = [first, ...Array.from({ length: FIRST_ROWS + 10 }, (_, i) => row(1000 + i))];
  await writeFile(join(folder, 'orders_export.csv'), `${[HEADER, ...rows, last].join('\n')}\n`);
  const listing = { files: ['orders_export.csv'], links: [] };
  const { plans } = await planFolder(folder, listing, config, engine, folder);
  const [plan] = plans;
  if (plan === undefined) throw new Error(`no plan of ${NAME}`);
  return plan;
}

/** What is read of the file where every one counts as large, or none. */
async function readWith(last: string, largeBytes: number): Promise<unknown> {
  const plan = await planEndingWith(last);
  await engine.run('DROP TABLE IF EXISTS met_names');
  const { report, assumesZone, warnings } = await readFile(
    engine,
    config,
    plan,
    1,
    folder,
    largeBytes,
  );
  const rows = await engine.rows('FROM typed_1 ORDER BY "row"');
  const names = await engine.rows('FROM met_names');
  await engine.run('DROP TABLE typed_1');
  return { report, assumesZone, warnings, rows, names };
}

/** Whether the file is typed in the pass that reads it. */
async function isTyped(last: string): Promise<boolean> {
  const plan = await planEndingWith(last);
  const [path, compressed] = [plan.absolute, false];
  const size = await scanFile(path, compressed, {
    delimiter: ',',
    skipLines: 0,
    columns: plan.columnCount,
  });
  return (await typeWhileReading(engine, { plan, path, compressed, size }, 0)) !== null;
}

/** How often the file is read on the way to being typed. */
async function readings(first: string): Promise<number> {
  const plan = await planEndingWith(row(5000), first);
  const noted = withStatementCosts(engine);
  await readFile(noted.engine, config, plan, 1, folder, 0);
  await engine.run('DROP TABLE typed_1');
  return noted.costs.filter(({ sql }) => sql.includes('read_csv(')).length;
}

const IN_ORDER = {
  'like the others': row(5000),
  'of the other half of the year': row(5000, { 'Created at': '2024-07-05 10:00:00 +0100' }),
  'with a cell that none before has': row(5000, { Notes: 'For my sister' }),
  'with a negative amount': row(5000, { Total: '-12.50' }),
  'with a cell padded at its end': row(5000, { Email: 'anna@example.com ' }),
  'with a token for nothing instead of a buyer': row(5000, { Email: '--' }),
};

const NOT_IN_ORDER = {
  'with a padded text': row(5000, { Email: ' anna@example.com' }),
  'with a text that begins with a sign': row(5000, { 'Lineitem name': "'=Scarf" }),
  'with a token for nothing': row(5000, { Notes: '--' }),
  'with a bad number': row(5000, { Total: '12,5O' }),
  'with a guarded number': row(5000, { Total: "'12.50" }),
  'with a padded number': row(5000, { Total: ' 12.50' }),
  'with a grouped number': row(5000, { Total: '"1,234.50"' }),
  'with a time of another zone': row(5000, { 'Created at': '2024-01-05 10:00:00 -0500' }),
  'with a time of no zone': row(5000, { 'Created at': '2024-01-05 10:00:00' }),
  'with a day that does not exist': row(5000, { 'Created at': '2024-02-30 10:00:00 +0000' }),
  'without any cell': row(5000).replaceAll(/[^,]/g, ''),
  'of too few columns': '#5000,anna@example.com',
};

describe('typeWhileReading()', () => {
  it.each(Object.entries(IN_ORDER))('types a file that ends with a row %s', async (_, last) => {
    expect(await isTyped(last)).toBe(true);
  });

  it.each(Object.entries(NOT_IN_ORDER))(
    'leaves a file alone that ends with a row %s',
    async (_, last) => {
      expect(await isTyped(last)).toBe(false);
    },
  );

  it.each(Object.entries({ ...IN_ORDER, ...NOT_IN_ORDER }))(
    'changes nothing of a file that ends with a row %s',
    async (_, last) => {
      expect(await readWith(last, 0)).toEqual(await readWith(last, Infinity));
    },
  );

  it('does not begin with a file whose first rows are not in order', async () => {
    const asText = 1;
    expect(await readings(row(999))).toBe(2);
    expect(await readings(row(999, { Total: '"1,234.50"' }))).toBe(1 + asText);
  });
});
