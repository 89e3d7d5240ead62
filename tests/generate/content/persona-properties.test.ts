import { expect, test } from 'vitest';
import { PortalConfigSchema } from '#core/schemas/portal-config.ts';
import { shuffledIndices } from '#core/segmentation/row-order.ts';
import { seededRandom } from '#core/segmentation/seeded-random.ts';
import { assemblePersonas, type AssembledPersonas } from '#generate/content/personas.ts';
import { exportsFolder, readFolder } from '../exports/exports-fixture.ts';
import { personaContext, plantCustomers, sha256 } from './persona-shop.ts';

/** Only the planted number of groups is tried: the properties hold for any, and each costs a fit. */
const CONFIG = PortalConfigSchema.parse({
  dataset: 'test',
  company: { name: 'Test' },
  currency: 'USD',
  timeZone: 'UTC',
  portraits: { fewest: 3, most: 3 },
});
const HEADER = 'order,placedAt,email,sku,quantity,unitPrice,discountCode,gift,category,brand';
const planted = plantCustomers(170);

/** How a shop writes the same purchases down. */
interface Writing {
  email?: (email: string) => string;
  order?: (number: number) => string;
  currencyFactor?: number;
}

/** The planted purchases as rows of orders.csv. */
function orderRows({
  email = (one) => one,
  order = (number) => String(number),
  currencyFactor = 1,
}: Writing = {}): string[] {
  const orders = planted.flatMap((customer) =>
    customer.orders.map((one) => ({ ...one, email: customer.email })),
  );
  return orders.flatMap(({ email: who, day, discount, gift, lines }, number) =>
    lines.map(({ category, brand, price, quantity }) =>
      [
        ...[order(number), `${day} 10:00:00`, email(who), category, quantity],
        ...[price * currencyFactor, discount ? 'TEN' : '', gift ? 'yes' : 'no', category, brand],
      ].join(','),
    ),
  );
}

/** Portraits found anew in these files. */
async function portraitsOf(
  files: Record<string, readonly string[]>,
): Promise<Record<string, string>> {
  const folder = await exportsFolder(
    Object.fromEntries(
      Object.entries(files).map(([path, rows]) => [path, `${[HEADER, ...rows].join('\n')}\n`]),
    ),
  );
  const { engine } = await readFolder(folder, CONFIG);
  const context = personaContext(engine, [], { config: CONFIG });
  return textsOf(await assemblePersonas(context, { refit: false }));
}

function textsOf({ files }: AssembledPersonas): Record<string, string> {
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}

let found: Promise<Record<string, string>> | undefined;

/** Portraits of the planted purchases in one file; computed once. */
function plantedPortraits(): Promise<Record<string, string>> {
  found ??= portraitsOf({ 'orders.csv': orderRows() });
  return found;
}

/** Without the model and its certificate: the Portraits that people see. */
function personaFiles({
  'personas/segmentation.json': model,
  ...files
}: Record<string, string>): Record<string, string> {
  expect(model).toBeDefined();
  return files;
}

test('assemblePersonas() finds three Portraits in the planted purchases', async () => {
  expect(Object.keys(await plantedPortraits())).toHaveLength(1 + 3 + 3);
});

test('assemblePersonas() changes no byte when a file is there twice, under another name', async () => {
  const rows = orderRows();
  const twice = await portraitsOf({ 'orders.csv': rows, 'old/orders (1).csv': rows });
  expect(twice).toEqual(await plantedPortraits());
});

test('assemblePersonas() changes no byte when rows are shuffled', async () => {
  const rows = orderRows();
  const order = [...shuffledIndices(rows.length, seededRandom(5))];
  const shuffled = order.map((at) => rows[at] ?? '');
  expect(shuffled).not.toEqual(rows);
  expect(await portraitsOf({ 'orders.csv': shuffled })).toEqual(await plantedPortraits());
});

// Below 50,000 customers all are fitted; above, whose digest is small. Which half of the orders an order falls into for the
// certificate depends on its number.
test('assemblePersonas() changes no Portrait when customers and orders get other ids', async () => {
  const renamed = orderRows({
    email: (email) => `${sha256(email).slice(0, 12)}@example.org`,
    order: (number) => sha256(String(number)).slice(0, 12),
  });
  expect(personaFiles(await portraitsOf({ 'orders.csv': renamed }))).toEqual(
    personaFiles(await plantedPortraits()),
  );
});

test('assemblePersonas() changes money alone when all is written in another currency', async () => {
  const dearer = await portraitsOf({ 'orders.csv': orderRows({ currencyFactor: 100 }) });
  const before = await plantedPortraits();
  expect(Object.keys(dearer)).toEqual(Object.keys(before));
  for (const [path, text] of Object.entries(personaFiles(before))) {
    expect(withoutMoney(dearer[path] ?? '')).toEqual(withoutMoney(text));
  }
});

/** A Portrait's file without its facts in money and what they are compared with; a story as it is. */
function withoutMoney(text: string): unknown {
  if (!text.startsWith('{')) return text;
  const { facts, distinguishing, ...others } = JSON.parse(text) as {
    facts: { id: string; unit: string }[];
    distinguishing: { fact: string; average?: number }[];
  };
  const inMoney = new Set(facts.filter(({ unit }) => unit === 'money').map(({ id }) => id));
  expect(inMoney.size).toBe(3);
  return {
    ...others,
    facts: facts.filter(({ id }) => !inMoney.has(id)),
    distinguishing: distinguishing.map(({ fact, average, ...entry }) => ({
      ...entry,
      fact,
      average: inMoney.has(fact) ? undefined : average,
    })),
  };
}
