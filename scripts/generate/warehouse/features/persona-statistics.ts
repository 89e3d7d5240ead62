import type { PersonaStatistic } from '#core/personas/statistic-facts.ts';
import type { Engine } from '../engine.ts';

/** Rows of `persona_statistics` by Portrait, in an order that no file decides. */
export async function readPersonaStatistics(
  engine: Engine,
): Promise<Map<string, PersonaStatistic[]>> {
  const rows = await engine.rows<{
    persona: string;
    source: string;
    trait: string;
    value: number;
    unit: string;
    n: string | null;
  }>(
    `SELECT persona, source, trait, value, unit, CAST(n AS VARCHAR) AS n
     FROM persona_statistics ORDER BY persona, trait, source, value, unit, n`,
  );
  const personas = new Map<string, PersonaStatistic[]>();
  for (const { persona, n, ...row } of rows) {
    const statistics = personas.get(persona) ?? [];
    statistics.push({ ...row, n: n === null ? null : Number(n) });
    personas.set(persona, statistics);
  }
  return personas;
}
