import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { FactSchema } from '#core/schemas/fact.ts';
import { isPublicFact } from './is-public-fact.ts';
import type { Approved } from './read-approved.ts';

/** Everything that a public text may name. */
export interface PublicNames extends Approved {
  /** Facts that may be read by everybody, by owner: "personas/brand-enthusiast" → ["mainCategory", …]. */
  facts: ReadonlyMap<string, ReadonlySet<string>>;
}

const FactsSchema = z.object({ facts: z.array(FactSchema) });

/** Reads the figures of the approved stories for those that may be printed. */
export function readPublicNames(contentFolder: string, approved: Approved): PublicNames {
  const owners = (['personas', 'insights'] as const).flatMap((folder) =>
    [...approved[folder]].map((id) => `${folder}/${id}`),
  );
  return {
    ...approved,
    facts: new Map(
      owners.map((owner) => [owner, publicFacts(join(contentFolder, `${owner}.json`))]),
    ),
  };
}

function publicFacts(file: string): Set<string> {
  try {
    const { facts } = FactsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return new Set(facts.filter(isPublicFact).map(({ id }) => id));
  } catch (error) {
    // A story may be told without figures.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Set();
    throw error;
  }
}
