import { isNameContradicted } from '#core/personas/contradicted-name.ts';
import { unusedId } from '#core/personas/entry-slug.ts';
import { namePersona } from '#core/personas/name-persona.ts';
import { nameId, spelledName, workingName } from '#core/personas/working-name.ts';
import type { LineageEntry, LineageEvent } from '#core/schemas/segmentation-history.ts';
import type { PresentContent } from '../generate-context.ts';
import { isUneditedDraft } from './draft-mdx.ts';
import type { MeasuredPersona } from './measured-personas.ts';

/** The working name of a Portrait: that of its birth, until figures contradicted it. */
export function givenName(id: string, lineage: readonly LineageEntry[]): string {
  const { events = [], name } = lineage.find((entry) => entry.id === id) ?? {};
  return events.findLast(({ names }) => names)?.names?.after ?? name ?? workingName(id);
}

/**
 * The lineage after a fit in which working names that the figures contradict gave way to new ones. The id stays, and so
 * does every name in a text that somebody has edited.
 */
export function withRenewedNames(
  lineage: readonly LineageEntry[],
  found: ReadonlyMap<string, MeasuredPersona>,
  { asOf, present }: { asOf: string; present: PresentContent },
): LineageEntry[] {
  const taken = new Set(lineage.flatMap(({ id }) => [id, nameId(givenName(id, lineage))]));
  return lineage.map((entry) => {
    const behaviour = found.get(entry.id);
    const before = givenName(entry.id, lineage);
    if (
      !behaviour ||
      isWritten(entry.id, present) ||
      !isNameContradicted(before, behaviour, { isGiven: true })
    )
      return entry;
    const draft = namePersona(behaviour);
    const id = unusedId(draft.id, taken, draft.otherIds);
    taken.add(id);
    const event: LineageEvent = {
      ...{ on: asOf, change: 'renamed', from: [], into: [], overlap: null },
      names: { before, after: spelledName(id, draft.names) },
    };
    return { ...entry, events: [...entry.events, event] };
  });
}

/** Whether the name is people's: they have edited the text, even where they left the name in it. */
function isWritten(id: string, present: PresentContent): boolean {
  const text = present.read(`personas/${id}.mdx`);
  return text !== null && !isUneditedDraft(text);
}
