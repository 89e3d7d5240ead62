import type { Engine } from '#generate/warehouse/engine.ts';
import { withIdentity } from './identities.ts';
import type { LoadRequest } from './load-request.ts';

/**
 * Learns whom a platform's customer id and a phone mean, and who accepts letters. It makes nobody a customer: those who never
 * bought stay out. Of several rows for one id the one with the smallest address counts, whatever their order.
 */
export async function loadCustomers(engine: Engine, { source }: LoadRequest): Promise<void> {
  await engine.run(
    `CREATE TABLE known AS SELECT * FROM ${withIdentity('SELECT * FROM "rows"', '$1')}`,
    [source],
  );
  await engine.run(
    `INSERT INTO aliases
    SELECT $1, usable_id, min(email), min(phone) FROM known
    WHERE usable_id IS NOT NULL AND coalesce(email, phone) IS NOT NULL GROUP BY usable_id`,
    [source],
  );
  await engine.run(
    `INSERT INTO consents SELECT identity, NULL, "acceptsMarketing" FROM known
    WHERE identity IS NOT NULL AND "acceptsMarketing" IS NOT NULL`,
  );
  await engine.run(
    `INSERT INTO phones SELECT DISTINCT identity, phone FROM known
    WHERE identified_by = 'email' AND phone IS NOT NULL`,
  );
  await engine.run('DROP TABLE known');
}
