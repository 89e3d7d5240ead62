import { getCollection, type CollectionEntry } from 'astro:content';
import type { Persona, PersonaStory } from '#core/schemas/persona.ts';
import { knownCustomers } from '#core/personas/known-customers.ts';
import { personaEssence } from '#core/personas/persona-essence.ts';
import { isTemplateBody, isTemplateField } from '#core/templates/template-texts.ts';
import { byPosition } from './by-position.ts';
import { config } from './config.ts';

/** Series colours of the palette. */
const TONES = 6;

/** A Portrait: the machine's figures and people's story; either may be missing, never both. */
export interface PersonaEntry {
  id: string;
  name: string;
  essence: string | null;
  /** Whether the shop is built for her: she comes first wherever Portraits are listed. */
  isCore: boolean;
  /** Which of the six colours of the palette stands for this Portrait. */
  tone: number;
  /** How many Portraits before this one have the same colour: wherever colours tell them apart, so do stripes. */
  stripes: number;
  figures: Persona | null;
  /** Figures of all customers, with which a Portrait that was written by hand is compared; null for all others. */
  ofEverybody: Persona | null;
  story: PersonaStory | null;
  /** What renders the story; null also while nobody has written into its template. */
  document: CollectionEntry<'personaStories'> | null;
  /** Begun, and nobody has said yet who they are: no list shows it, nor what the template says. */
  isUnwritten: boolean;
}

/** All Portraits: the core customer, then in the order people gave them, then the largest first. */
export async function getPersonas(): Promise<PersonaEntry[]> {
  const figures = new Map((await getCollection('personas')).map((entry) => [entry.id, entry.data]));
  const documents = new Map(
    (await getCollection('personaStories')).map((entry) => [entry.id, entry]),
  );
  const ids = [...new Set([...figures.keys(), ...documents.keys()])];
  return ids
    .map((id) => personaEntry(id, figures.get(id) ?? null, documents.get(id) ?? null))
    .sort(byCoreOrderSize)
    .map((entry, index) => ({
      ...entry,
      tone: (index % TONES) + 1,
      stripes: Math.floor(index / TONES),
    }));
}

function personaEntry(
  id: string,
  figures: Persona | null,
  document: CollectionEntry<'personaStories'> | null,
): Omit<PersonaEntry, 'tone' | 'stripes'> {
  const story = document?.data ?? null;
  const isWritten = figures?.origin === 'written';
  return {
    id,
    name: story?.name ?? figures?.workingName ?? id,
    essence: essenceOf(figures, story),
    isCore: config.coreCustomer?.persona === id,
    figures: isWritten ? null : figures,
    ofEverybody: isWritten ? figures : null,
    story,
    document: document && isTemplateBody('personas', document.body ?? '') ? null : document,
    isUnwritten:
      (isWritten || figures === null) && story !== null && isTemplateField(story.essence),
  };
}

/** What the program writes where it can say nothing: beside no figure it would be wrong. */
const WITHOUT_WORDS = personaEssence([]);

function essenceOf(figures: Persona | null, story: PersonaStory | null): string | null {
  const isMeasured = figures?.facts.some(({ status }) => status === 'ok') ?? false;
  if (story === null || isTemplateField(story.essence)) return null;
  if (story.essence === WITHOUT_WORDS && !isMeasured) return null;
  return story.essence;
}

type Placed = Pick<PersonaEntry, 'id' | 'isCore' | 'figures' | 'story'>;

function byCoreOrderSize(left: Placed, right: Placed): number {
  return (
    Number(right.isCore) - Number(left.isCore) ||
    byPosition(left.story?.order, right.story?.order) ||
    sizeOf(right) - sizeOf(left) ||
    left.id.localeCompare(right.id, 'en')
  );
}

/** One that is found no more comes after those that are. */
function sizeOf({ figures }: Placed): number {
  return figures && !figures.retired ? (knownCustomers(figures) ?? 0) : 0;
}
