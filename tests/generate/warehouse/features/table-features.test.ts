import { describe, expect, test } from 'vitest';
import type { PortalConfigInput } from '#core/schemas/portal-config.ts';
import type { TableColumn } from '#core/schemas/table-column.ts';
import { readExports } from '#generate/exports/read-exports.ts';
import { tableFeatures, type TableFeatures } from '#generate/content/segmentation-table.ts';
import type { GenerateContext } from '#generate/generate-context.ts';
import { silentProgress } from '#generate/progress.ts';
import { createBuyerTotals } from '#generate/warehouse/features/buyer-totals.ts';
import { createCustomerFeatures } from '#generate/warehouse/features/customer-features.ts';
import { readFitSample } from '#generate/warehouse/features/fit-sample.ts';
import { createPurchaseOrders } from '#generate/warehouse/features/purchase-orders.ts';
import { takeTableBuyers } from '#generate/warehouse/features/table-buyers.ts';
import { openEngine } from '#generate/warehouse/engine.ts';
import { exportsFolder, ordersCsv, shopConfig } from '../../exports/exports-fixture.ts';

const CUSTOMERS = 100;
const AS_OF = '2026-01-31';

interface TableRead extends TableFeatures {
  /** Values of a feature by its label, customers in the order of the table. */
  values: Map<string, (number | null)[]>;
}

/** A table alone, whose columns are made of the number of the customer. */
async function readTable(
  columns: Record<string, (customer: number) => string>,
  change: Partial<NonNullable<PortalConfigInput['customerTable']>> = {},
  files: Record<string, string> = {},
): Promise<TableRead> {
  const rows = Array.from({ length: CUSTOMERS }, (_, index) =>
    [`c${String(index)}@example.com`, ...Object.values(columns).map((cell) => cell(index))].join(
      ';',
    ),
  );
  const text = `${[['E-Mail', ...Object.keys(columns)].join(';'), ...rows].join('\n')}\n`;
  const config = shopConfig({
    customerTable: { files: ['table.csv'], key: 'E-Mail', ...change },
  });
  const engine = await openEngine();
  try {
    const directory = await exportsFolder({ 'table.csv': text, ...files });
    await readExports({ directory, config, secret: 's', engine, progress: silentProgress });
    await createPurchaseOrders(engine, AS_OF);
    await takeTableBuyers(engine, config);
    await createBuyerTotals(engine, AS_OF);
    const context = { engine, config } as GenerateContext;
    const found = await tableFeatures(context, []);
    await createCustomerFeatures(engine, found.features);
    const sample = await readFitSample(engine, found.features.length);
    const order = await engine.rows<{ email: string }>(
      'SELECT email FROM buyers JOIN customers USING (customer) ORDER BY buyer',
    );
    const places = order.map(({ email }) => Number(/\d+/.exec(email)?.[0]));
    const values = found.features.map(({ label }, feature): [string, (number | null)[]] => {
      const ordered = Array.from<number | null>({ length: CUSTOMERS });
      places.forEach((customer, row) => (ordered[customer] = sample[feature]?.[row] ?? null));
      return [label, ordered];
    });
    return { ...found, values: new Map(values) };
  } finally {
    engine.close();
  }
}

function kinds({ features }: TableFeatures): Record<string, TableColumn['kind'] | undefined> {
  return Object.fromEntries(features.map(({ label, table }) => [label, table?.column.kind]));
}

/** Spread over the customers without any pattern that another column has. */
function scattered(customer: number, seed: number, levels: number): number {
  return ((customer * 7919 + seed * 104729) % 1009) % levels;
}

describe('tableFeatures()', () => {
  test('tells numbers, yes or no, ticked boxes and categories', async () => {
    const found = await readTable({
      visits: (customer) => String(scattered(customer, 1, 40)),
      spent: (customer) => `${String(scattered(customer, 2, 90) + 1)},50 €`,
      share: (customer) => `${String(scattered(customer, 3, 100))} %`,
      newsletter: (customer) => (scattered(customer, 4, 3) === 0 ? 'Ja' : 'nein'),
      member: (customer) => String(scattered(customer, 5, 2)),
      'likes jazz': (customer) => (scattered(customer, 6, 4) === 0 ? 'x' : ''),
      region: (customer) =>
        ['north', 'north', 'south', 'south', 'west'][scattered(customer, 7, 5)] ?? '',
    });
    expect(kinds(found)).toEqual({
      visits: 'number',
      spent: 'number',
      share: 'number',
      newsletter: 'yesNo',
      member: 'yesNo',
      'likes jazz': 'ticked',
      // Whoever is in neither is in the third.
      'region: north': 'level',
      'region: south': 'level',
    });
    const levels = found.features.flatMap(({ table }) =>
      table?.column.kind === 'level' ? [table.column.rest] : [],
    );
    expect(levels).toEqual(['west', 'west']);
    expect(found.dropped).toEqual([]);
  });

  test('reads a cell as what it means; nothing where it says nothing', async () => {
    const { values } = await readTable({
      spent: (customer) =>
        ['1.000,50', '', 'n/a', '2.001,00', '-5'][customer] ??
        `${String(scattered(customer, 2, 90) + 950)},25`,
      newsletter: (customer) =>
        ['ja', 'Nein', ''][customer] ?? (customer % 3 === 0 ? 'ja' : 'nein'),
      'likes jazz': (customer) => (customer % 4 === 0 ? 'x' : ''),
    });
    const spent = values.get('spent') ?? [];
    expect(spent.slice(1, 3)).toEqual([null, null]);
    // Divided by the median of the column; the two outliers are held at percentiles.
    const unit = (spent[0] ?? 0) / 1000.5;
    expect((spent[10] ?? 0) / unit).toBeCloseTo(scattered(10, 2, 90) + 950.25, 1);
    expect((spent[3] ?? 0) / unit).toBeLessThanOrEqual(2001.1);
    expect(values.get('newsletter')?.slice(0, 3)).toEqual([1, 0, null]);
    expect(values.get('likes jazz')?.slice(0, 5)).toEqual([1, 0, 0, 0, 1]);
  });

  test('takes amounts of one length for numbers, however they are written, and ids of one length for none', async () => {
    const { features, dropped } = await readTable({
      spent: (customer) =>
        `${String(10 + (customer % 90))}.${String(100 + scattered(customer, 3, 899))},${String(10 + (customer % 89))} €`,
      score: (customer) =>
        customer === 5
          ? '-----'
          : `${String(10 + scattered(customer, 11, 89))}.${String(10 + scattered(customer, 7, 89))}`,
      account: (customer) =>
        `${String(100 + (customer % 900))} ${String(100 + scattered(customer, 5, 899))}`,
    });
    expect(features.map(({ label }) => label)).toEqual(['spent', 'score']);
    expect(dropped.map(({ feature }) => feature)).toEqual(['account']);
  });

  test('says why a column makes no feature', async () => {
    const { features, dropped } = await readTable({
      visits: (customer) => String(scattered(customer, 1, 40)),
      calls: (customer) => String(scattered(customer, 8, 30)),
      empty: () => '',
      same: () => '7',
      'nearly same': (customer) => (customer === 5 ? 'b' : 'a'),
      'nearly empty': (customer) => (customer % 10 === 0 ? String(customer) : ''),
      'customer no': (customer) => String(5000 + customer),
      token: (customer) => `k${String(1000 + customer)}`,
      'born on': (customer) => `19${String(50 + (customer % 40))}-01-02`,
      contact: (customer) => `d${String(customer)}@example.org`,
      line: (customer) => `+49 171 ${String(100_000 + customer)}`,
      remark: (customer) => `said ${'so '.repeat(customer % 7)}${String(customer)}`,
      'many levels': (customer) => `level ${String(customer % 40)}`,
      twice: (customer) => String(2 * scattered(customer, 1, 40)),
    });
    expect(features.map(({ label }) => label)).toEqual(['visits', 'calls']);
    expect(Object.fromEntries(dropped.map(({ feature, reason }) => [feature, reason]))).toEqual({
      empty: 'No customer has a value',
      same: 'All customers have the same value',
      'nearly same': 'More than 98% of the customers have the same value',
      'nearly empty': 'Fewer than 20% of the customers have a value',
      'customer no': 'Holds ids: nearly each customer has another',
      token: 'Holds ids: nearly each customer has another',
      'born on': 'Holds days: numbers, yes or no, and categories make features',
      contact: 'Holds e-mail addresses: nobody is described by what names them',
      line: 'Holds what looks like phone numbers: nobody is described by what names them',
      remark: 'Holds free text or names: nearly each customer has another',
      'many levels': 'Has many levels, none with 5% of the customers',
      twice: 'Nearly the same as "visits"',
    });
  });

  test('takes an empty cell of a column of numbers for 0 where the config says so', async () => {
    const columns = {
      Tarn: (customer: number) => (customer % 10 === 0 ? String(20 + customer) : ''),
      Loomwell: (customer: number) => (customer % 7 === 0 ? `${String(30 + customer)}.00` : ''),
      Oakline: (customer: number) => (customer % 3 === 0 ? String(30 + customer) : ''),
    };
    const unknown = await readTable(columns);
    expect(unknown.features.map(({ label }) => label)).toEqual(['Oakline']);
    const zero = await readTable(columns, { emptyNumbers: 'zero' });
    expect(zero.features.map(({ label }) => label)).toEqual(['Tarn', 'Loomwell', 'Oakline']);
    expect(zero.values.get('Tarn')?.[1]).toBe(0);
    expect(zero.sentence).toContain('0% of their cells are empty');
  });

  test('tells empty cells from customers who are not in the table', async () => {
    const buyers = Array.from(
      { length: CUSTOMERS + 25 },
      (_, index) => `${String(index)},2026-01-05,c${String(index)}@example.com,S1,Mug,1,10.00`,
    );
    const visits = (customer: number) =>
      customer % 10 === 0 ? '' : String(scattered(customer, 1, 40));
    const orders = { 'orders.csv': ordersCsv(...buyers) };
    expect((await readTable({ visits }, {}, orders)).sentence).toContain(
      '10% of their cells are empty and 20% of the customers are not in the table: both count as the average',
    );
    expect((await readTable({ visits })).sentence).toContain(
      '10% of their cells are empty and count as the average',
    );
  });
});
