import type { Engine } from '#generate/warehouse/engine.ts';

/**
 * SQL columns identity, identified_by, email and phone of a purchase: by the normalised e-mail, else the phone, else
 * the source's own customer id. Guest and account orders of one person are the same identity.
 */
export function identityOf(
  email: string,
  phone: string,
  customerId: string,
  source: string,
): string {
  const normalisedEmail = `lower(nfc_normalize(trim(ltrim(${email}, ''''))))`;
  const usableEmail = `CASE WHEN regexp_matches(${email}, '^''?\\s*[^@\\s]+@[^@\\s]+\\.[^@\\s]+\\s*$') THEN ${normalisedEmail} END`;
  const digits = `regexp_replace(regexp_replace(${phone}, '^''?\\s*(\\+|00)', '+'), '[^+0-9]', '', 'g')`;
  const usablePhone = `CASE WHEN regexp_matches(${digits}, '^\\+?\\d{7,15}$') AND NOT regexp_matches(${phone}, '[A-Za-z]') THEN ${digits} END`;
  const id = `nullif(trim(ltrim(${customerId}, '''')), '')`;
  return `${usableEmail} AS email, ${usablePhone} AS phone,
    CASE WHEN ${usableEmail} IS NOT NULL THEN 'email' WHEN ${usablePhone} IS NOT NULL THEN 'phone'
      WHEN ${id} IS NOT NULL THEN 'id' END AS identified_by,
    coalesce('email:' || ${usableEmail}, 'phone:' || ${usablePhone}, 'id:' || ${source} || ':' || ${id}) AS identity`;
}

/** Tables that collect who was met while reading; they become `customers` at the end. */
export async function createPeople(engine: Engine): Promise<void> {
  await engine.run(
    'CREATE TABLE people (identity VARCHAR, customer VARCHAR, digest VARCHAR, identified_by VARCHAR, email VARCHAR, phone VARCHAR)',
  );
  await engine.run(
    'CREATE TABLE consents (identity VARCHAR, placed_at TIMESTAMP, accepts BOOLEAN)',
  );
  await engine.run('CREATE TABLE order_numbers (number VARCHAR, order_key VARCHAR)');
  await engine.run(
    'CREATE TABLE shipped_orders (order_key VARCHAR, shipped_at TIMESTAMP, promised_on DATE, delivered_on DATE, carrier VARCHAR)',
  );
}

/** Takes what an order export states of the shipment where no shipments export knows the order. */
export async function insertShippedOrders(engine: Engine): Promise<void> {
  await engine.run(
    `INSERT INTO shipments (order_key, shipped_at, promised_on, delivered_on, carrier)
    SELECT order_key, shipped_at, promised_on, delivered_on, carrier FROM shipped_orders
    WHERE order_key NOT IN (SELECT order_key FROM shipments WHERE order_key IS NOT NULL)`,
  );
}

/** Fills `customers`; consent is the newest order's. */
export async function insertCustomers(engine: Engine): Promise<void> {
  await engine.run(
    `INSERT INTO customers
    SELECT customer, digest, identified_by, email, phone, c.accepts
    FROM people LEFT JOIN (
      SELECT identity, NOT max({'at': placed_at, 'refuses': NOT accepts}).refuses AS accepts FROM consents GROUP BY identity
    ) c USING (identity)`,
  );
  for (const table of [
    'people',
    'consents',
    'order_numbers',
    'shipped_orders',
    'zone_local_days',
    'zone_utc_days',
    'rates',
    'channel_names',
  ]) {
    await engine.run(`DROP TABLE IF EXISTS ${table}`);
  }
}
