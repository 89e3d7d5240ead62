import { createHash } from 'node:crypto';
import { PortalConfigSchema, type PortalConfigInput } from '#core/schemas/portal-config.ts';
import { normalDeviate } from '#core/segmentation/random-deviates.ts';
import { seededRandom, type Random } from '#core/segmentation/seeded-random.ts';
import type { ContentFile } from '#generate/content/content-file.ts';
import type { GenerateContext } from '#generate/generate-context.ts';
import { silentProgress } from '#generate/progress.ts';
import { createCanonicalTables } from '#generate/warehouse/canonical-tables.ts';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';

export const AS_OF = '2025-12-31';

/** What the planted shop's portal.config.ts says. */
export const SHOP_SETTINGS: PortalConfigInput = {
  dataset: 'test',
  company: { name: 'Test' },
  currency: 'USD',
  timeZone: 'UTC',
  portraits: { most: 4 },
};

/** One planted customer: which kind, and what was bought on which day. */
export interface PlantedCustomer {
  email: string;
  kind: string;
  orders: PlantedOrder[];
}

export interface PlantedOrder {
  day: string;
  gift: boolean;
  discount: boolean;
  returned: boolean;
  lines: { category: string; brand: string; price: number; quantity: number }[];
}

/** An order of one pair of jeans for 60, without a gift, a discount or a return unless it says so. */
export function plantedOrder(day: string, change: Partial<PlantedOrder> = {}): PlantedOrder {
  return {
    day,
    gift: false,
    discount: false,
    returned: false,
    lines: [{ category: 'Jeans', brand: 'Brackenloom', price: 60, quantity: 1 }],
    ...change,
  };
}

interface Kind {
  ordersPerYear: number;
  months: number[];
  lines: number;
  price: number;
  categories: string[];
  gift: number;
  discount: number;
  returned: number;
}

/** Three kinds that differ in how they buy. */
const KINDS: Record<string, Kind> = {
  denim: {
    ordersPerYear: 10,
    months: [],
    lines: 1,
    price: 60,
    categories: ['Jeans'],
    gift: 0.02,
    discount: 0.1,
    returned: 0.05,
  },
  giver: {
    ordersPerYear: 3,
    months: [11, 12],
    lines: 3,
    price: 25,
    categories: ['Gifts', 'Kids'],
    gift: 0.9,
    discount: 0.1,
    returned: 0.02,
  },
  fitter: {
    ordersPerYear: 4,
    months: [],
    lines: 4,
    price: 120,
    categories: ['Jackets', 'Boots', 'Tailoring'],
    gift: 0.02,
    discount: 0.6,
    returned: 0.8,
  },
};

/** So many customers of each kind over three years, the same for the same seed. */
export function plantCustomers(perKind: number, seed = 1): PlantedCustomer[] {
  const random = seededRandom(seed);
  return Object.entries(KINDS).flatMap(([name, kind]) =>
    Array.from({ length: perKind }, (_, index) => ({
      email: `${name}${index}@example.com`,
      kind: name,
      orders: plantOrders(kind, random),
    })),
  );
}

function plantOrders(kind: Kind, random: Random): PlantedOrder[] {
  const count = Math.max(
    2,
    Math.round(3 * kind.ordersPerYear * (1 + 0.15 * normalDeviate(random))),
  );
  return Array.from({ length: count }, () => {
    const month =
      kind.months[Math.floor(random() * kind.months.length)] ?? 1 + Math.floor(random() * 12);
    const day = 1 + Math.floor(random() * 28);
    const year = 2023 + Math.floor(random() * 3);
    return {
      day: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      gift: random() < kind.gift,
      discount: random() < kind.discount,
      returned: random() < kind.returned,
      lines: Array.from({ length: kind.lines }, (_, line) => ({
        category: kind.categories[line % kind.categories.length] ?? 'Jeans',
        brand: kind.categories.length === 1 ? 'Brackenloom' : `Brand ${Math.floor(random() * 4)}`,
        price: Math.round(kind.price * (0.8 + 0.4 * random())),
        quantity: 1,
      })),
    };
  });
}

export interface ShopOptions {
  /** Part of every customer key, as the local secret is. */
  secret?: string;
  /** Every amount times this. */
  currencyFactor?: number;
  /** Order of the rows in every table. */
  rowOrder?: 'planted' | 'reversed';
  /** Categories and brands are not exported. */
  withoutProducts?: boolean;
}

/** An engine with the canonical tables filled by these customers. */
export async function openShop(
  customers: readonly PlantedCustomer[],
  options: ShopOptions = {},
): Promise<Engine> {
  const {
    secret = 'a',
    currencyFactor = 1,
    rowOrder = 'planted',
    withoutProducts = false,
  } = options;
  const tables: Record<
    'customers' | 'orders' | 'order_lines' | 'returns',
    Record<string, unknown>[]
  > = {
    customers: [],
    orders: [],
    order_lines: [],
    returns: [],
  };
  for (const { email, orders } of customers) {
    const customer = sha256(secret + email);
    tables.customers.push({ customer, digest: sha256(email), identified_by: 'email', email });
    orders.forEach(({ day, gift, discount, returned, lines }, at) => {
      const order_key = `${email}/${at}`;
      const order_id = tables.orders.length + 1;
      tables.orders.push({
        order_id,
        order_key,
        source: 'test',
        customer,
        placed_at: `${day} 10:00:00`,
        placed_on: day,
        channel: 'web',
        cancelled: false,
        gift,
        discount_code: discount ? 'TEN' : null,
      });
      lines.forEach((line, number) => {
        const { category, brand } = withoutProducts ? { category: null, brand: null } : line;
        const value = line.price * line.quantity * currencyFactor;
        tables.order_lines.push({
          order_id,
          order_key,
          line: number + 1,
          sku: line.category,
          category,
          brand,
          is_product: true,
          quantity: line.quantity,
          unit_price: line.price * currencyFactor,
          value,
          discount: discount ? value / 10 : 0,
          valid: true,
        });
        if (returned)
          tables.returns.push({
            order_key,
            sku: line.category,
            quantity: line.quantity,
            value,
            returned_on: day,
          });
      });
    });
  }
  const engine = await openEngine();
  await createCanonicalTables(engine);
  for (const [table, rows] of Object.entries(tables)) {
    await insertRows(engine, table, rowOrder === 'reversed' ? rows.reverse() : rows);
  }
  return engine;
}

/** SQL of the number that stands beside a customer's key in some tables. */
const NUMBER_OF_CUSTOMER =
  'CASE WHEN customer IS NOT NULL THEN CAST(hash(customer) % 2000000000 AS INTEGER) END AS customer_id';

/** Inserts rows by column name; the text is bound and cast by the table. */
export async function insertRows(
  engine: Engine,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  if (names.length === 0) return;
  const shape = JSON.stringify([Object.fromEntries(names.map((name) => [name, 'VARCHAR']))]);
  const isNumbered = ['orders', 'customers'].includes(table) && names.includes('customer');
  const columns = isNumbered ? [...names, NUMBER_OF_CUSTOMER] : names;
  await engine.run(
    `INSERT INTO ${table} BY NAME SELECT ${columns.join(', ')}
     FROM (SELECT unnest(json_transform($1, '${shape}'), recursive := true))`,
    [JSON.stringify(rows)],
  );
}

/** A valid context; `files` are what content/ holds. */
export function personaContext(
  engine: Engine,
  files: readonly ContentFile[] = [],
  change: Partial<GenerateContext> = {},
): GenerateContext {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return {
    engine,
    config: PortalConfigSchema.parse(SHOP_SETTINGS),
    asOf: AS_OF,
    period: { from: '2023-01-01', to: AS_OF },
    sources: { orders: ['test'], known_orders: ['test'] },
    present: { read: (path) => texts.get(path) ?? null, paths: () => [...texts.keys()].sort() },
    progress: silentProgress,
    ...change,
  };
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
