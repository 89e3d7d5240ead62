import type { Engine } from '#generate/warehouse/engine.ts';
import { withIdentity } from './identities.ts';
import type { LoadRequest } from './load-request.ts';
import { addPeople } from './people.ts';

/** Baskets that somebody left. Whoever gave an address can be written to or called, also without any order. */
export async function loadBaskets(engine: Engine, { secret, source }: LoadRequest): Promise<void> {
  await engine.run(
    `CREATE TABLE baskets AS SELECT * FROM ${withIdentity('SELECT * FROM "rows"', '$1')}`,
    [source],
  );
  await addPeople(engine, secret, 'baskets', `identified_by IN ('email', 'phone')`);
  await engine.run(
    `INSERT INTO abandoned_baskets
    SELECT $1 || ':' || basket, p.customer, "abandonedOn", "recoveredOn"
    FROM baskets LEFT JOIN people p USING (identity)`,
    [source],
  );
  await engine.run('DROP TABLE baskets');
}
