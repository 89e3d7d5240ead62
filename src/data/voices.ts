import { getCollection } from 'astro:content';
import type { Voice } from '#core/schemas/voice.ts';
import { isTemplateField } from '#core/templates/template-texts.ts';
import { byPosition } from './by-position.ts';
import { isListed } from './is-listed.ts';

/** Series colours of the palette. */
const TONES = 6;

/** A colleague who tells something. */
export interface VoiceEntry extends Voice {
  id: string;
  /** Which of the six colours of the palette stands behind their face. */
  tone: number;
}

/** All voices that somebody has written, in the order people gave them, then by name. */
export async function getVoices(): Promise<VoiceEntry[]> {
  return (await getCollection('voices'))
    .map(({ id, data }) => ({ id, ...data }))
    .filter(({ does, quote, story }) =>
      isListed({ isUnwritten: [does, quote, story].some(isTemplateField) }),
    )
    .sort(
      (left, right) =>
        byPosition(left.order, right.order) || left.name.localeCompare(right.name, 'en'),
    )
    .map((voice, index) => ({ ...voice, tone: (index % TONES) + 1 }));
}
