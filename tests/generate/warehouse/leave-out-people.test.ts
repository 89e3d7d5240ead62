import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { digestsOf, readContacts } from '#generate/privacy/contact-digests.ts';
import { forgottenFile } from '#generate/privacy/forgotten.ts';
import { createCanonicalTables } from '#generate/warehouse/canonical-tables.ts';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';
import { expireContacts } from '#generate/warehouse/expire-contacts.ts';
import { leaveOutPeople } from '#generate/warehouse/leave-out-people.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const SECRET = 'a secret';

/** Ann (e-mail and phone), Bo (phone only) and Cy (e-mail), an order line of 10, 20 and 40 each, and one of nobody. */
async function shop(): Promise<Engine> {
  const engine = await openEngine();
  await createCanonicalTables(engine);
  await engine.run(
    `INSERT INTO customers (customer, customer_id, digest, identified_by, email, phone) VALUES
      ('a', 1, 'a', 'email', 'ann@example.com', '+15550170001'),
      ('b', 2, 'b', 'phone', NULL, '+15550170002'),
      ('c', 3, 'c', 'email', 'cy@example.org', NULL)`,
  );
  await engine.run(`INSERT INTO customer_phones VALUES ('c', '+15550170003')`);
  await engine.run(
    `INSERT INTO orders (order_id, order_key, source, customer, customer_id, placed_at, placed_on, cancelled, gift)
    SELECT i, 'shop:' || k, 'shop', k, i, '2026-01-01', '2026-01-01', false, false FROM (SELECT unnest([1, 2, 3]) AS i, unnest(['a', 'b', 'c']) AS k)`,
  );
  await engine.run(
    `INSERT INTO order_lines (order_id, order_key, line, is_product, quantity, unit_price, value, discount, valid)
    SELECT i, 'shop:' || k, 1, true, 1, v, v, 0, true FROM (SELECT unnest([1, 2, 3]) AS i, unnest(['a', 'b', 'c']) AS k, unnest([10, 20, 40]) AS v)`,
  );
  await engine.run(
    `INSERT INTO survey_responses (survey, customer, answered_on, question) VALUES ('s', 'a', '2026-01-02', 'Why?')`,
  );
  await engine.run(
    `INSERT INTO tickets (ticket, source, customer, opened_at, opened_on) VALUES ('t', 'desk', 'b', '2026-01-03', '2026-01-03')`,
  );
  return engine;
}

async function stateOf(engine: Engine, forgotten: string[], list?: string): Promise<string> {
  const state = join(temporaryFolder(), 'state');
  mkdirSync(state);
  const contacts = await readContacts(engine, SECRET, forgotten);
  const file = forgottenFile(state, SECRET, contacts.flatMap(digestsOf));
  writeFileSync(file.path, file.text);
  if (list !== undefined) writeFileSync(join(state, 'do-not-profile.csv'), list);
  return state;
}

async function customersIn(engine: Engine, table: string): Promise<unknown[]> {
  const rows = await engine.rows(`SELECT customer FROM ${table} ORDER BY customer NULLS LAST`);
  return rows.map(({ customer }) => customer);
}

test('leaveOutPeople() takes the people out of every table and leaves their orders and revenue', async () => {
  const engine = await shop();
  const state = await stateOf(engine, ['Ann@Example.com'], 'phone\n00 1 (555) 017-0002\n');
  expect(await leaveOutPeople(engine, state, SECRET)).toEqual({ forgotten: 1, doNotProfile: 1 });
  expect(await customersIn(engine, 'customers')).toEqual(['c']);
  expect(await customersIn(engine, 'orders')).toEqual(['c', null, null]);
  expect(await engine.rows('SELECT customer_id FROM orders ORDER BY 1 NULLS LAST')).toEqual([
    { customer_id: 3 },
    { customer_id: null },
    { customer_id: null },
  ]);
  expect(await customersIn(engine, 'survey_responses')).toEqual([null]);
  expect(await customersIn(engine, 'tickets')).toEqual([null]);
  const [sold] = await engine.rows(
    'SELECT count(*) AS n, CAST(sum(value) AS INTEGER) AS value FROM order_lines WHERE valid',
  );
  expect(sold).toEqual({ n: '3', value: 70 });
  engine.close();
});

test.each([
  ['a phone, where the person has an e-mail too', '1 555 017 0001', ['b', 'c']],
  ['a further phone of somebody', '+1 555 017 0003', ['a', 'b']],
  ['other capitals and spaces', '\uFEFF"E-Mail"\r\n\r\n  CY@example.ORG \r\n', ['a', 'b']],
  ['several on a line, as a spreadsheet saves them', 'cy@example.org;+15550170002\n', ['a']],
  ['UTF-16', new Uint8Array(Buffer.from('\uFEFFann@example.com\n', 'utf16le')), ['b', 'c']],
  ['an empty list', '\n', ['a', 'b', 'c']],
])('leaveOutPeople() understands %s', async (_, list, left) => {
  const engine = await shop();
  const state = await stateOf(engine, []);
  writeFileSync(join(state, 'do-not-profile.csv'), list);
  await leaveOutPeople(engine, state, SECRET);
  expect(await customersIn(engine, 'customers')).toEqual(left);
  engine.close();
});

test('leaveOutPeople() stops at a line that is no contact, and does not repeat it', async () => {
  const engine = await shop();
  const state = await stateOf(engine, [], 'email\nann@example.com\n\nAnn Fictional\n');
  const error: unknown = await leaveOutPeople(engine, state, SECRET).catch((e: unknown) => e);
  expect(error).toMatchObject({
    code: 'privacy/bad-list',
    issues: [{ line: 4, found: 'text, 13 characters' }],
  });
  expect(JSON.stringify(error)).not.toContain('Fictional');
  engine.close();
});

test.each([
  ['bytes that are no text', () => new Uint8Array([0x61, 0xc3, 0x28]), 'privacy/unreadable-list'],
  ['a damaged memory of the forgotten', () => 'digest,secret\nnonsense\n', 'privacy/bad-forgotten'],
])('leaveOutPeople() stops at %s', async (_, bytes, code) => {
  const engine = await shop();
  const state = await stateOf(engine, []);
  const name = code.endsWith('list') ? 'do-not-profile.csv' : 'forgotten.csv';
  writeFileSync(join(state, name), bytes());
  await expect(leaveOutPeople(engine, state, SECRET)).rejects.toMatchObject({ code });
  engine.close();
});

test('leaveOutPeople() stops when the secret is another, rather than forget nobody', async () => {
  const engine = await shop();
  const state = await stateOf(engine, ['ann@example.com']);
  await expect(leaveOutPeople(engine, state, 'another secret')).rejects.toMatchObject({
    code: 'privacy/other-secret',
  });
  engine.close();
});

test('expireContacts() counts back from as-of, from the last order, answer or ticket', async () => {
  const engine = await shop();
  // Heard of last: Ann 2026-01-02 (answer), Bo 2026-01-03 (ticket), Cy 2026-01-01 (order).
  await expireContacts(engine, '2026-01-12', 10);
  const rows = await engine.rows(
    'SELECT customer, coalesce(email, phone) AS c FROM customers ORDER BY 1',
  );
  expect(rows).toEqual([
    { customer: 'a', c: 'ann@example.com' },
    { customer: 'b', c: '+15550170002' },
    { customer: 'c', c: null },
  ]);
  engine.close();
});

test.each([
  // As people dial it inside its country; nobody was in the vault.
  ['0151 20000037', 2],
  ['+49 151 20000037', 2],
  // Where nothing is dialled in front.
  ['(555) 017-0002', 2],
  ['017-0002', 3],
  // An American number of the same digits.
  ['+1 512 000 0037', 3],
  ['1 512 000 0037', 3],
  ['0151 20000038', 3],
])('leaveOutPeople() of %s leaves %i customers', async (contact, left) => {
  const engine = await shop();
  await engine.run(`UPDATE customers SET phone = '+4915120000037' WHERE customer = 'c'`);
  const listed = await stateOf(engine, [], `${contact}\n`);
  const forgotten = await stateOf(engine, [contact]);
  await leaveOutPeople(engine, forgotten, SECRET);
  expect(await customersIn(engine, 'customers')).toHaveLength(left);
  engine.close();
  const again = await shop();
  await again.run(`UPDATE customers SET phone = '+4915120000037' WHERE customer = 'c'`);
  await leaveOutPeople(again, listed, SECRET);
  expect(await customersIn(again, 'customers')).toHaveLength(left);
  again.close();
});
