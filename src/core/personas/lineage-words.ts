import type { LineageEvent, LineagePart } from '#core/schemas/segmentation-history.ts';

/** How it is written: days as the reader's language has them, Portraits as people call them. */
export interface LineageWriting {
  day: (day: string) => string;
  name: (id: string) => string;
}

/**
 * What became of a Portrait when the groups were found anew, in plain words – so that nobody wonders where one went.
 * Definition: a sentence for each kind of change; shares are of 100 customers.
 *
 * @example lineageSentence({ on: '2026-03-31', change: 'merged', from: [{ id: 'b', share: 0.4 }], into: [], overlap: 0.6 }, { day: (day) => day, name: (id) => id }) // => 'On 2026-03-31 it took in “b”, whose customers are now 40 of 100 of it.'
 */
export function lineageSentence(event: LineageEvent, writing: LineageWriting): string {
  const { change, from, into, overlap } = event;
  const day = writing.day(event.on);
  switch (change) {
    case 'born':
      return from.length === 0
        ? `First found on ${day}.`
        : `First found on ${day}; of 100 of its customers, ${counts(from, writing)} before.`;
    case 'same':
      return overlap === null
        ? `Found again on ${day}.`
        : `Found again on ${day}. Of 100 people who are in it now or were in it before, ${hundredths(overlap)} were in it both times.`;
    case 'merged':
      return from.length === 1
        ? `On ${day} it took in ${names(from, writing)}, whose customers are now ${hundredths(from[0]?.share ?? 0)} of 100 of it.`
        : `On ${day} it took in ${names(from, writing)}.`;
    case 'split':
      return `On ${day} a part of it became a Portrait of its own: of 100 of its customers, ${wents(into, writing)}.`;
    case 'retired':
      return into.length === 0
        ? `Retired on ${day}: it was not found again, and its customers went many ways.`
        : `Retired on ${day}: it was not found again. Of 100 of its customers, ${wents(into, writing)}.`;
  }
}

function counts(parts: readonly LineagePart[], writing: LineageWriting): string {
  return joined(parts.map(({ id, share }) => `${hundredths(share)} were of “${writing.name(id)}”`));
}

function wents(parts: readonly LineagePart[], writing: LineageWriting): string {
  return joined(parts.map(({ id, share }) => `${hundredths(share)} went to “${writing.name(id)}”`));
}

function names(parts: readonly LineagePart[], writing: LineageWriting): string {
  return joined(parts.map(({ id }) => `“${writing.name(id)}”`));
}

function hundredths(share: number): string {
  return String(Math.round(100 * share));
}

function joined(texts: readonly string[]): string {
  return texts.length < 2
    ? texts.join('')
    : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1) ?? ''}`;
}
