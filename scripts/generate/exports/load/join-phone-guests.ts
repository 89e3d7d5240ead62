import type { Engine } from '#generate/warehouse/engine.ts';
import { addPeople } from './people.ts';

/**
 * Makes one person of two: whoever ordered as a guest with a phone only is the customer who gave that phone beside an
 * e-mail address, in an order or a customers export. A phone that several addresses share says of nobody who called.
 * From here on rows with such a phone (tickets, answers) find the customer by `phone_owners`.
 */
export async function joinPhoneGuests(engine: Engine, secret: string): Promise<void> {
  await engine.run(
    `INSERT INTO phone_owners
    SELECT phone, min(substr(identity, length('email:') + 1)) FROM phones GROUP BY phone
    HAVING count(DISTINCT identity) = 1`,
  );
  await engine.run(
    `CREATE TABLE phone_guests AS
    SELECT p.identity AS guest, p.customer_id AS guest_id, 'email:' || o.email AS identity, 'email' AS identified_by, o.email, p.phone
    FROM people p JOIN phone_owners o USING (phone) WHERE p.identified_by = 'phone'`,
  );
  await addPeople(engine, secret, 'phone_guests');
  await engine.run(
    `UPDATE orders SET customer = p.customer, customer_id = p.customer_id
    FROM phone_guests g JOIN people p USING (identity) WHERE orders.customer_id = g.guest_id`,
  );
  await engine.run(
    'UPDATE consents SET identity = g.identity FROM phone_guests g WHERE consents.identity = g.guest',
  );
  await engine.run('DELETE FROM people WHERE identity IN (SELECT guest FROM phone_guests)');
  await engine.run('DROP TABLE phone_guests');
}
