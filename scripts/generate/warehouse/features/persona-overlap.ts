import type { Engine } from '../engine.ts';

/** How many customers an old and a new Portrait share, and how many each has. */
export interface PersonaOverlap {
  before: string;
  after: string;
  shared: number;
  beforeSize: number;
  afterSize: number;
}

/** Keeps the present assignment under another name, so that a refit can be compared with it. */
export async function keepPreviousPersonas(engine: Engine): Promise<void> {
  await engine.run('CREATE OR REPLACE TEMP TABLE previous_personas AS FROM buyer_personas');
}

/** Overlaps between the kept assignment and the present one, by id. */
export async function readPersonaOverlaps(engine: Engine): Promise<PersonaOverlap[]> {
  return engine.rows<{
    before: string;
    after: string;
    shared: number;
    beforeSize: number;
    afterSize: number;
  }>(
    `SELECT p.persona AS before, n.persona AS after, CAST(count(*) AS INTEGER) AS shared,
            CAST(max(b.size) AS INTEGER) AS "beforeSize",
            CAST(max(a.size) AS INTEGER) AS "afterSize"
     FROM previous_personas p
     JOIN buyer_personas n USING (buyer)
     JOIN (SELECT persona, count(*) AS size FROM previous_personas GROUP BY persona) b ON b.persona = p.persona
     JOIN (SELECT persona, count(*) AS size FROM buyer_personas GROUP BY persona) a ON a.persona = n.persona
     GROUP BY p.persona, n.persona
     ORDER BY before, after`,
  );
}
