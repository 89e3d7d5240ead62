import { formatFact } from '#core/format/format-fact.ts';
import type { Formats } from '#core/format/formats.ts';
import type { Fact } from '#core/schemas/fact.ts';

const FORMATS: Formats = { locale: 'en-US', currency: 'USD', timeZone: 'UTC' };

/** One drafted sentence as a reader meets it. */
export interface RenderedSentence {
  /** Null outside of the notes for roles. */
  role: string | null;
  text: string;
}

/** A drafted story as readers meet it: its sentences in order, figures as people read them. */
export function renderedSentences(story: string, facts: readonly Fact[]): RenderedSentence[] {
  let role: string | null = null;
  const sentences: RenderedSentence[] = [];
  let isInside = false;
  for (const line of story.split('\n').map((one) => one.trim())) {
    const opened = /^<ForRole role="(\w+)">$/.exec(line);
    if (opened) role = opened[1] ?? null;
    else if (line === '</ForRole>') role = null;
    else if (line.startsWith('<Claim')) isInside = true;
    else if (line === '</Claim>') isInside = false;
    else if (isInside) sentences.push({ role, text: withFigures(line, facts) });
  }
  return sentences;
}

/** Figures in the place of their elements. */
function withFigures(text: string, facts: readonly Fact[]): string {
  return text.replace(/<Fact is="(\w+)" \/>/g, (_, id: string) => {
    const fact = facts.find((one) => one.id === id);
    if (!fact) throw new Error(`The sentence prints "${id}", which is not there: ${text}`);
    return formatFact(fact, FORMATS);
  });
}
