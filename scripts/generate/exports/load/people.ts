import type { Engine } from '#generate/warehouse/engine.ts';

/** What is collected while reading and dropped at the end. */
const COLLECTED: Record<string, string> = {
  /** Who was met: they become `customers`. */
  people:
    'identity VARCHAR, customer VARCHAR, customer_id INTEGER, digest VARCHAR, identified_by VARCHAR, email VARCHAR, phone VARCHAR',
  /** Every phone of people who are known by an e-mail address. */
  phones: 'identity VARCHAR, phone VARCHAR',
  /** Phones as dialled inside their country, and which it is, where that was said. */
  dialled: 'phone VARCHAR, country VARCHAR',
  /** Whose phone it is, where one e-mail address alone has it, and how it is written in full; known once all orders are. */
  phone_owners: 'phone VARCHAR, email VARCHAR, number VARCHAR',
  /** Whom a platform's customer id means. */
  aliases: 'source VARCHAR, customer_id VARCHAR, email VARCHAR, phone VARCHAR',
  /** Who accepts letters; without a time it is how things stand today. */
  consents: 'identity VARCHAR, placed_at TIMESTAMP, accepts BOOLEAN',
  /** Numbers that name an order: its key in the platform, which can be an inner one, and those that people know. */
  order_numbers:
    'number VARCHAR, order_key VARCHAR, source VARCHAR, is_key BOOLEAN, is_inner BOOLEAN, is_other BOOLEAN',
  /** What an order export states of the shipment. */
  shipped_orders:
    'order_key VARCHAR, shipped_at TIMESTAMP, promised_on DATE, delivered_on DATE, carrier VARCHAR',
};

export async function createPeople(engine: Engine): Promise<void> {
  for (const [table, columns] of Object.entries(COLLECTED)) {
    await engine.run(`CREATE TABLE ${table} (${columns})`);
  }
}

/**
 * Adds the people of a table with the columns identity, identified_by, email and phone who are not known yet.
 *
 * @param condition SQL over that table
 */
export async function addPeople(
  engine: Engine,
  secret: string,
  table: string,
  condition = 'true',
): Promise<void> {
  await engine.run(
    `INSERT INTO people
    SELECT identity, sha256($1 || ':' || identity), ${await lastPerson(engine)} + row_number() OVER (), sha256('customer:' || identity),
      min(identified_by), min(email), min(phone)
    FROM ${table} WHERE identity IS NOT NULL AND ${condition}
      AND identity NOT IN (SELECT identity FROM people)
    GROUP BY identity`,
    [secret],
  );
  await engine.run(
    `INSERT INTO phones SELECT DISTINCT identity, phone FROM ${table}
    WHERE identified_by = 'email' AND phone IS NOT NULL AND ${condition}`,
  );
}

/** The number after which those of new people begin. */
export async function lastPerson(engine: Engine): Promise<number> {
  const [found] = await engine.rows<{ last: number }>(
    'SELECT coalesce(max(customer_id), 0) AS last FROM people',
  );
  return Number(found?.last ?? 0);
}

/** Gives the people after that number the smallest of their phones, whichever portion of the rows they were met in first. */
export async function takeSmallestPhones(engine: Engine, known: number): Promise<void> {
  await engine.run(
    `UPDATE people SET phone = own.phone
    FROM (SELECT identity, min(phone) AS phone FROM phones GROUP BY identity) own
    WHERE own.identity = people.identity AND people.customer_id > ${known}`,
  );
}

/** Takes what an order export states of the shipment where no shipments export knows the order. */
export async function insertShippedOrders(engine: Engine): Promise<void> {
  await engine.run(
    `INSERT INTO shipments (order_key, shipped_at, promised_on, delivered_on, carrier)
    SELECT order_key, min(shipped_at), min(promised_on), min(delivered_on), min(carrier) FROM shipped_orders
    WHERE order_key NOT IN (SELECT order_key FROM shipments WHERE order_key IS NOT NULL) GROUP BY order_key`,
  );
}

/**
 * Fills `customers`; consent is what a customers export says, else the newest order. Whose orders have no phone has that of
 * a customers export: somebody who is to be called, or calls, is known by it.
 */
export async function insertCustomers(engine: Engine): Promise<void> {
  await engine.run(
    `INSERT INTO customers
    SELECT customer, customer_id, digest, identified_by, email, coalesce(people.phone, own.phone), c.accepts
    FROM people
    LEFT JOIN (SELECT identity, min(phone) AS phone FROM phones GROUP BY identity) own USING (identity)
    LEFT JOIN (
      SELECT identity,
        NOT max({'at': coalesce(placed_at, TIMESTAMP '9999-12-31'), 'refuses': NOT accepts}).refuses AS accepts
      FROM consents GROUP BY identity
    ) c USING (identity)`,
  );
  await engine.run(
    `INSERT INTO customer_phones SELECT DISTINCT customer, phones.phone
    FROM phones JOIN people USING (identity) JOIN customers USING (customer)
    WHERE phones.phone IS DISTINCT FROM customers.phone`,
  );
  for (const table of [...Object.keys(COLLECTED), 'rates', 'channel_names']) {
    await engine.run(`DROP TABLE IF EXISTS ${table}`);
  }
}
