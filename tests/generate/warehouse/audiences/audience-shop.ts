import { createCanonicalTables } from '#generate/warehouse/canonical-tables.ts';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';
import { insertRows } from '../../content/persona-shop.ts';

/** A purchase as a test says it; by default one piece for 20 without a brand. */
export interface Purchase {
  customer: string | null;
  on: string;
  pieces?: number;
  price?: number;
  brand?: string;
  gift?: boolean;
  cancelled?: boolean;
  /** Value in the returns table, two days later than the order at the earliest. */
  returned?: { value: number; on: string };
}

/** What a customer's own data say; everybody else accepts letters and has an e-mail. */
export interface Contact {
  email?: string | null;
  phone?: string | null;
  accepts?: boolean | null;
}

/** Canonical tables with these purchases, numbered "shop:1", "shop:2" … in their order. */
export async function audienceShop(
  purchases: readonly Purchase[],
  contacts: Readonly<Record<string, Contact>> = {},
): Promise<Engine> {
  const engine = await openEngine();
  await createCanonicalTables(engine);
  const keys = [...new Set(purchases.flatMap(({ customer }) => customer ?? []))];
  await insertRows(
    engine,
    'customers',
    keys.map((customer) => {
      const {
        email = `${customer}@example.com`,
        phone = null,
        accepts = true,
      } = contacts[customer] ?? {};
      return {
        customer,
        digest: customer,
        identified_by: 'email',
        email,
        phone,
        accepts_marketing: accepts,
      };
    }),
  );
  const orders = purchases.map((purchase, index) => ({
    ...purchase,
    order_id: index + 1,
    order_key: `shop:${index + 1}`,
  }));
  await insertRows(
    engine,
    'orders',
    orders.map(({ order_id, order_key, customer, on, gift = false, cancelled = false }) => ({
      order_id,
      order_key,
      source: 'shop',
      customer,
      placed_at: `${on} 12:00:00`,
      placed_on: on,
      cancelled,
      gift,
    })),
  );
  await insertRows(
    engine,
    'order_lines',
    orders.map(({ order_id, order_key, pieces = 1, price = 20, brand = null }) => ({
      order_id,
      order_key,
      line: 1,
      brand,
      is_product: true,
      quantity: pieces,
      unit_price: price,
      value: pieces * price,
      discount: 0,
      valid: true,
    })),
  );
  await insertRows(
    engine,
    'returns',
    orders.flatMap(({ order_key, returned }) =>
      returned ? [{ order_key, quantity: 1, value: returned.value, returned_on: returned.on }] : [],
    ),
  );
  return engine;
}
