import { PortalConfigSchema, type PortalConfigInput } from '#core/schemas/portal-config.ts';
import { createCanonicalTables } from '#generate/warehouse/canonical-tables.ts';
import { openEngine, type Engine, type Parameter } from '#generate/warehouse/engine.ts';
import type { GenerateContext } from '#generate/generate-context.ts';
import { silentProgress } from '#generate/progress.ts';

/** One line of an order; by default a product for 20.00. */
export interface Line {
  value: string;
  quantity?: number;
  discount?: string;
  isProduct?: boolean;
}

/** An order as a test says it; everything that is left out is usual. */
export interface Order {
  on: string;
  /** Platform; `shopify-orders` by default. */
  source?: string;
  /** Who sent it out; nobody says by default. */
  sender?: string;
  customer?: string | null;
  cancelled?: boolean;
  lines?: Line[];
  refund?: string | null;
  shipping?: string;
  tax?: string;
  total?: string;
  /** The part of the prices that is no tax. */
  netShare?: number;
  /** Values in the returns table, and their day. */
  returns?: { value: string | null; on: string }[];
}

/** Canonical tables that hold these orders and nothing else. */
export async function smallShop(orders: Order[]): Promise<Engine> {
  const engine = await openEngine();
  await createCanonicalTables(engine);
  const tables = {
    orders: [] as Parameter[][],
    lines: [] as Parameter[][],
    returns: [] as Parameter[][],
  };
  orders.forEach((order, i) => {
    addOrder(tables, i, order);
  });
  await insert(engine, 'orders', ORDER_COLUMNS, tables.orders);
  await engine.run(
    'UPDATE orders SET customer_id = CAST(hash(customer) % 2000000000 AS INTEGER) WHERE customer IS NOT NULL',
  );
  await insert(engine, 'order_lines', LINE_COLUMNS, tables.lines);
  await insert(engine, 'returns', RETURN_COLUMNS, tables.returns);
  return engine;
}

/** The context of a run over these tables. */
export function contextOf(
  engine: Engine,
  asOf: string,
  change: Partial<GenerateContext> = {},
  config: Partial<PortalConfigInput> = {},
): GenerateContext {
  return {
    engine,
    asOf,
    config: PortalConfigSchema.parse({
      dataset: 'small-shop',
      company: { name: 'Small Shop' },
      currency: 'EUR',
      timeZone: 'UTC',
      ...config,
    }),
    period: { from: '2023-01-01', to: asOf },
    sources: { orders: ['shopify-orders'], known_orders: ['shopify-orders'] },
    present: { read: () => null, paths: () => [] },
    progress: silentProgress,
    ...change,
  };
}

/** Rows of named columns; the others are null. */
export async function insert(
  engine: Engine,
  table: string,
  columns: string[],
  rows: Parameter[][],
): Promise<void> {
  for (let start = 0; start < rows.length; start += 200) {
    const part = rows.slice(start, start + 200);
    const places = part.map(
      (_, row) => `(${columns.map((_, i) => `$${row * columns.length + i + 1}`).join(', ')})`,
    );
    await engine.run(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${places.join(', ')}`,
      part.flat(),
    );
  }
}

const ORDER_COLUMNS = [
  'order_id',
  'order_key',
  'source',
  'customer',
  'placed_at',
  'placed_on',
  'cancelled',
  'gift',
  'gross',
  'discount',
  'shipping',
  'tax',
  'refund',
  'total',
  'net_share',
  'sender',
];
const LINE_COLUMNS = [
  'order_id',
  'order_key',
  'line',
  'is_product',
  'quantity',
  'unit_price',
  'value',
  'discount',
  'valid',
  'net_share',
];
const RETURN_COLUMNS = ['order_key', 'quantity', 'value', 'returned_on'];

function addOrder(
  tables: Record<'orders' | 'lines' | 'returns', Parameter[][]>,
  id: number,
  { on, customer = 'anna', cancelled = false, lines = [{ value: '20' }], ...order }: Order,
): void {
  const key = `order-${id}`;
  const { refund = null, shipping = '0', tax = '0', netShare = 1, returns = [] } = order;
  const sum = (field: 'value' | 'discount') =>
    lines.reduce((total, line) => total + Number(line[field] ?? 0), 0);
  const total =
    order.total ?? String(sum('value') - sum('discount') + Number(shipping) + Number(tax));
  tables.orders.push([
    id,
    key,
    order.source ?? 'shopify-orders',
    customer,
    `${on} 12:00:00`,
    on,
    cancelled,
    false,
    String(sum('value')),
    String(sum('discount')),
    shipping,
    tax,
    refund,
    total,
    netShare,
    order.sender ?? '',
  ]);
  lines.forEach(({ value, quantity = 1, discount = '0', isProduct = true }, i) =>
    tables.lines.push([
      id,
      key,
      i + 1,
      isProduct,
      quantity,
      value,
      value,
      discount,
      true,
      netShare,
    ]),
  );
  returns.forEach((back) => tables.returns.push([key, 1, back.value, back.on]));
}
