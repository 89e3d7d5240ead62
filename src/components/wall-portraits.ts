import type { GetStaticPaths } from 'astro';
import { benchLines } from '#core/personas/bench-lines.ts';
import { getSegmentation } from '#data/dataset.ts';
import { getPersonas, type PersonaEntry } from '#data/personas.ts';
import type { Portal } from '#data/portal.ts';
import { hasPoster } from './has-poster.ts';
import { roleTexts } from './role-texts.ts';

/** The Portraits that a poster is drawn of. */
async function wallPortraits(): Promise<PersonaEntry[]> {
  const segmentation = await getSegmentation();
  return (await getPersonas()).filter((persona) => hasPoster(segmentation, persona));
}

/** The address of each sheet of paper: a page for every Portrait that a poster is drawn of. */
export const wallPaths = (async () =>
  (await wallPortraits()).map((persona) => ({
    params: { id: persona.id },
    props: { persona },
  }))) satisfies GetStaticPaths;

/** Whether a tag on the pick list says which boxes are theirs: those whom our own orders tell apart. */
export function isTagged({ figures }: PersonaEntry): boolean {
  return figures?.origin === 'segmentation';
}

/** What stands on a wall for the packing bench: lines, and the numbers of those that people are to fill. */
export interface WallLines {
  lines: string[];
  blanks: number[];
}

/** The three lines for the packing bench: people's first, then figures; the rest is left to be written by hand. */
export function wallLines(portal: Portal, persona: PersonaEntry): WallLines {
  const facts = persona.figures?.facts ?? [];
  const lines = benchLines(roleTexts(portal, persona, 'packing'), facts, portal.formats);
  return { lines, blanks: [1, 2, 3].slice(lines.length) };
}
