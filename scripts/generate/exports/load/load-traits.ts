import type { Engine } from '#generate/warehouse/engine.ts';
import { withIdentity } from './identities.ts';
import type { LoadRequest } from './load-request.ts';
import { noteUnusedRows } from './unused-rows.ts';

/** What another tool knows about customers; it makes nobody a customer. */
export async function loadTraits(engine: Engine, { source, account }: LoadRequest): Promise<void> {
  await noteUnusedRows(engine, account, 'customer_traits', '"rows"');
  await engine.run(
    `INSERT INTO customer_traits
    SELECT $1, p.customer, trait, value, text
    FROM ${withIdentity('SELECT * FROM "rows"', '$1')} LEFT JOIN people p USING (identity)`,
    [source],
  );
}
