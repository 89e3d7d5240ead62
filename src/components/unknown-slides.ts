import { factsOfClaim } from '#core/claims/claim.ts';
import { parseClaim } from '#core/claims/parse-claim.ts';
import type { Playlist, PlaylistEntry } from '#core/schemas/screen-settings.ts';
import type { Portal } from '#data/portal.ts';

/** What a playlist names and the content does not have, in words: a slip of the pen, or a Portrait found no more. */
export function unknownSlides(
  portal: Pick<Portal, 'personas' | 'kpis' | 'insights' | 'voices' | 'facts'>,
  { slides }: Pick<Playlist, 'slides'>,
): string[] {
  return slides.flatMap((entry) => {
    const known = knownIds(portal, entry);
    const unknown = namedIds(entry).filter((id) => !known.has(id));
    return [
      ...unknown.map((id) => `"${entry.show}" names "${id}", which is not in content/`),
      ...unknownConditions(portal, entry),
    ];
  });
}

function namedIds(entry: PlaylistEntry): string[] {
  if (entry.show === 'comparisons') return entry.pairs?.flat() ?? [];
  return 'only' in entry ? (entry.only ?? []) : [];
}

function knownIds(
  { personas, kpis, insights, voices }: Pick<Portal, 'personas' | 'kpis' | 'insights' | 'voices'>,
  { show }: PlaylistEntry,
): ReadonlySet<string> {
  const entries = { kpis, learnings: insights, voices };
  const named = show in entries ? entries[show as keyof typeof entries] : personas;
  return new Set(named.map(({ id }) => id));
}

/** Conditions on the slides' own facts are for those that have them. */
function unknownConditions({ facts }: Pick<Portal, 'facts'>, { when }: PlaylistEntry): string[] {
  if (when?.of === undefined) return [];
  const own = facts.get(when.of);
  if (!own) return [`"when" asks for facts of "${when.of}", which is not in content/`];
  return factsOfClaim(parseClaim(when.holds))
    .filter((id) => !own.some((fact) => fact.id === id))
    .map((id) => `"when" asks for "${id}", and "${when.of}" has no such fact`);
}
