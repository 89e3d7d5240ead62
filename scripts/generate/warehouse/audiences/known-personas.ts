import type { Engine } from '../engine.ts';

/**
 * Table `known_personas`: customer and the Portrait that the last `generate` gave them.
 *
 * @param assignmentsFile .portal/assignments.csv, or null: nobody has one
 */
export async function loadKnownPersonas(
  engine: Engine,
  assignmentsFile: string | null,
): Promise<void> {
  await engine.run(
    'CREATE OR REPLACE TEMP TABLE known_personas (customer VARCHAR, persona VARCHAR)',
  );
  if (assignmentsFile === null) return;
  await engine.run(
    `INSERT INTO known_personas
     SELECT "key", persona FROM read_csv($1, header = true, all_varchar = true, delim = ',', quote = '"')`,
    [assignmentsFile],
  );
}
