import { contactDigest } from '#generate/privacy/contact-digests.ts';
import { readDoNotProfile } from '#generate/privacy/do-not-profile.ts';
import { readForgotten } from '#generate/privacy/forgotten.ts';
import { insideForms } from '#generate/privacy/national-phone.ts';
import type { Engine } from './engine.ts';

/** How many customers of the exports are left out, and why; null: nobody has asked for it. */
export interface PeopleLeftOut {
  /** Asked to be forgotten (`npm run forget`). */
  forgotten: number | null;
  /** On the list of people who do not want to be profiled. */
  doNotProfile: number | null;
}

/**
 * Takes everybody out who asked to be forgotten or not to be profiled, right after reading: no key of theirs is left
 * in any canonical table, so that nothing later can count, describe or list them. Their orders stay, of nobody.
 *
 * `order_lines.valid` stays as it was read: what was sold does not change when somebody is forgotten, and a total that
 * fell by their orders would tell what they bought.
 *
 * @throws GenerateError for a list that cannot be read
 */
export async function leaveOutPeople(
  engine: Engine,
  stateDirectory: string,
  secret: string,
): Promise<PeopleLeftOut> {
  await engine.run('CREATE TEMP TABLE left_out_digests (digest VARCHAR, forgotten BOOLEAN)');
  const lists = [
    { digests: readForgotten(stateDirectory, secret), forgotten: true },
    { digests: await readDoNotProfile(engine, stateDirectory, secret), forgotten: false },
  ];
  for (const { digests, forgotten } of lists) {
    await engine.run(
      `INSERT INTO left_out_digests
      SELECT unnest(CAST(json_transform($1, '["VARCHAR"]') AS VARCHAR[])), $2`,
      [JSON.stringify(digests), forgotten],
    );
  }
  await engine.run(
    `CREATE TEMP TABLE left_out AS
    WITH phones AS (
      SELECT customer, phone FROM customers UNION ALL SELECT customer, phone FROM customer_phones
    )
    SELECT customer, bool_or(forgotten) AS forgotten
    FROM (
      SELECT customer, ${contactDigest('email', 'email', '$1')} AS digest FROM customers
      UNION ALL SELECT customer, ${contactDigest('phone', 'phone', '$1')} FROM phones
      UNION ALL SELECT customer, ${contactDigest('inside', 'inside', '$1')}
        FROM (SELECT customer, unnest(${insideForms('phone')}) AS inside FROM phones)
    ) JOIN left_out_digests USING (digest) GROUP BY customer`,
    [secret],
  );
  const [counts] = await engine.rows<{ forgotten: string; other: string }>(
    'SELECT count(*) FILTER (forgotten) AS forgotten, count(*) FILTER (NOT forgotten) AS other FROM left_out',
  );
  const [forgotten, other] = [Number(counts?.forgotten ?? 0), Number(counts?.other ?? 0)];
  if (forgotten + other > 0) await removeCustomers(engine);
  // Nothing else asks for them.
  await engine.run('DELETE FROM customer_phones');
  await engine.run('DROP TABLE left_out');
  await engine.run('DROP TABLE left_out_digests');
  const isAsked = (isForgotten: boolean): boolean =>
    lists.some((list) => list.forgotten === isForgotten && list.digests.length > 0);
  return {
    forgotten: isAsked(true) ? forgotten : null,
    doNotProfile: isAsked(false) ? other : null,
  };
}

/** Every table that names customers is asked of the engine, so that no new one is forgotten here. */
async function removeCustomers(engine: Engine): Promise<void> {
  const tables = await engine.rows<{ table: string }>(
    `SELECT table_name AS "table" FROM information_schema.columns
    WHERE column_name = 'customer' AND table_schema = 'main' AND table_name NOT IN ('customers', 'customer_phones', 'left_out')
    ORDER BY 1`,
  );
  for (const { table } of tables) {
    await engine.run(
      `UPDATE "${table}" SET customer = NULL WHERE customer IN (SELECT customer FROM left_out)`,
    );
  }
  await engine.run('UPDATE orders SET customer_id = NULL WHERE customer IS NULL');
  await engine.run('DELETE FROM customers WHERE customer IN (SELECT customer FROM left_out)');
}
