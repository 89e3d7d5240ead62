import type { Engine } from '#generate/warehouse/engine.ts';
import { countryOfZone, PHONE_COUNTRIES } from './calling-codes.ts';
import { addPeople } from './people.ts';

/**
 * Remembers the phones of orders (`heads`) that are written as people dial them inside their country, with that country
 * where the order states it: "06 10 06 36 22" and "FR".
 */
export async function rememberDialled(engine: Engine): Promise<void> {
  await engine.run(
    `INSERT INTO dialled SELECT DISTINCT phone, upper(trim(country)) FROM heads WHERE NOT starts_with(phone, '+')`,
  );
}

/**
 * Makes one person of two: whoever ordered as a guest with a phone only is the customer who gave that phone beside an
 * e-mail address, in an order or a customers export. A phone that several addresses share says of nobody who called.
 * A phone as it is dialled inside its country is the one that is written with the country's number elsewhere.
 * From here on rows with such a phone (tickets, answers) find the customer by `phone_owners`.
 *
 * @param timeZone the shop's, where it is dialled from when an order states no country
 */
export async function joinPhoneGuests(
  engine: Engine,
  secret: string,
  timeZone: string,
): Promise<void> {
  await createFullNumbers(engine, timeZone);
  await engine.run(
    `INSERT INTO phone_owners
    WITH written AS (
      SELECT phone, coalesce(f.phone_abroad, phone) AS number
      FROM (SELECT phone FROM phones UNION SELECT phone FROM people WHERE phone IS NOT NULL) LEFT JOIN full_numbers f USING (phone)
    ), owners AS (
      SELECT number, min(substr(identity, length('email:') + 1)) AS email FROM phones JOIN written USING (phone)
      GROUP BY number HAVING count(DISTINCT identity) = 1
    )
    SELECT phone, email, number FROM written LEFT JOIN owners USING (number) WHERE email IS NOT NULL OR number <> phone`,
  );
  await engine.run(
    `CREATE TABLE phone_guests AS
    SELECT p.identity AS guest, p.customer_id AS guest_id, coalesce('email:' || o.email, 'phone:' || o.number) AS identity,
      CASE WHEN o.email IS NULL THEN 'phone' ELSE 'email' END AS identified_by, o.email, o.number AS phone, p.phone AS dialled
    FROM people p JOIN phone_owners o USING (phone)
    WHERE p.identified_by = 'phone' AND (o.email IS NOT NULL OR o.number <> p.phone)`,
  );
  await addPeople(engine, secret, 'phone_guests');
  await engine.run(
    'INSERT INTO phones SELECT identity, dialled FROM phone_guests WHERE dialled <> phone',
  );
  await engine.run(
    `UPDATE orders SET customer = p.customer, customer_id = p.customer_id
    FROM phone_guests g JOIN people p USING (identity) WHERE orders.customer_id = g.guest_id`,
  );
  await engine.run(
    'UPDATE consents SET identity = g.identity FROM phone_guests g WHERE consents.identity = g.guest',
  );
  await engine.run('DELETE FROM people WHERE identity IN (SELECT guest FROM phone_guests)');
  for (const table of ['phone_guests', 'full_numbers']) await engine.run(`DROP TABLE ${table}`);
}

/**
 * Creates `full_numbers`: phones as dialled inside one country, and how they are written with its number, where somebody
 * wrote that. Of a phone that stands in orders of two countries nobody knows which it is.
 */
async function createFullNumbers(engine: Engine, timeZone: string): Promise<void> {
  await engine.run(
    `CREATE TABLE phone_countries AS
    SELECT unnest(from_json($1, '[{"country": "VARCHAR", "code": "VARCHAR", "trunk": "VARCHAR"}]'), recursive := true)`,
    [JSON.stringify(PHONE_COUNTRIES)],
  );
  // Nobody leaves out the zero at home; other countries' people do with what they dial in front of it.
  await engine.run(
    `CREATE TABLE full_numbers AS
    SELECT phone, '+' || code || CASE WHEN starts_with(phone, trunk) THEN substr(phone, len(trunk) + 1)
      WHEN trunk <> '0' THEN phone END AS phone_abroad
    FROM (SELECT phone, max(country) AS country FROM dialled GROUP BY phone HAVING count(DISTINCT country) <= 1) d
    JOIN phone_countries c ON c.country = coalesce(d.country, $1)
    WHERE phone_abroad IN (SELECT phone FROM phones UNION ALL SELECT phone FROM people)`,
    [countryOfZone(timeZone)],
  );
  await engine.run('DROP TABLE phone_countries');
}
