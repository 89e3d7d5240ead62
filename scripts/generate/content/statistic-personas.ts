import { entrySlug, unusedId } from '#core/personas/entry-slug.ts';
import { statisticCustomers, statisticFacts } from '#core/personas/statistic-facts.ts';
import { SCHEMA_VERSION } from '#core/schemas/identifiers.ts';
import { PersonaSchema, type Persona } from '#core/schemas/persona.ts';
import type { GenerateContext, PresentContent } from '../generate-context.ts';
import { readPersonaStatistics } from '../warehouse/features/persona-statistics.ts';
import { passportOf } from './measured-personas.ts';
import { writtenFact } from './written-money.ts';

/**
 * Portraits that another tool computed. Names are the tool's and may hold any text; ids are made harmless and stay
 * with the name that first got them.
 *
 * @param living ids of the stored segmentation, which another tool's Portrait must not take over
 */
export async function statisticPersonas(
  context: GenerateContext,
  living: readonly string[],
): Promise<Persona[]> {
  const { config, asOf, present, engine } = context;
  const statistics = await readPersonaStatistics(engine);
  const earlier = earlierIds(present);
  const taken = new Set([...living, ...earlier.values()]);
  const personas: Persona[] = [];
  for (const [name, rows] of statistics) {
    const id = earlier.get(name) ?? unusedId(entrySlug(name) ?? 'portrait', taken);
    taken.add(id);
    const customers = statisticCustomers(rows) ?? 0;
    personas.push({
      schemaVersion: SCHEMA_VERSION,
      dataset: config.dataset,
      asOf,
      id,
      workingName: name.trim() === '' ? id : name,
      customers: customers < config.privacy.floor ? 0 : customers,
      origin: 'persona-statistics',
      facts: statisticFacts(rows, {
        floor: config.privacy.floor,
        currency: config.currency,
        passport: passportOf(context),
      }).map((fact) => writtenFact(fact, config.currency)),
      breakdowns: [],
      distinguishing: [],
    });
  }
  return personas;
}

/** Id by name of the Portraits that came from a table in the run before. */
function earlierIds(present: PresentContent): Map<string, string> {
  const ids = new Map<string, string>();
  for (const path of present.paths()) {
    if (!/^personas\/[^/]+\.json$/.test(path) || path === 'personas/segmentation.json') continue;
    const persona = parsedPersona(present.read(path));
    if (persona?.origin === 'persona-statistics') ids.set(persona.workingName, persona.id);
  }
  return ids;
}

function parsedPersona(text: string | null): Persona | null {
  try {
    return PersonaSchema.safeParse(JSON.parse(text ?? '')).data ?? null;
  } catch {
    // A machine file that is no JSON is about to be written anew.
    return null;
  }
}
