import { plural } from '#core/language/plural.ts';
import { wordsOf, type Worded } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { LineageEvent, LineagePart } from '#core/schemas/segmentation-history.ts';

/** How it is written: days as the reader's language has them, Portraits as people call them. */
export interface LineageWriting extends Worded {
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
  const { change, from, into, overlap, names } = event;
  const { lineage } = wordsOf(writing);
  const day = writing.day(event.on);
  switch (change) {
    case 'born':
      return from.length === 0
        ? filled(lineage.first, { day })
        : filled(lineage.firstOf, { day, parts: listed(from, lineage.were, writing) });
    case 'same':
      return overlap === null
        ? filled(lineage.again, { day })
        : filled(lineage.againOf, { day, count: hundredths(overlap) });
    case 'merged':
      return filled(from.length === 1 ? lineage.tookInOne : lineage.tookIn, {
        day,
        names: listed(from, lineage.name, writing),
        count: hundredths(from[0]?.share ?? 0),
      });
    case 'split':
      return filled(plural(lineage.split, into.length, writing), {
        day,
        parts: listed(into, lineage.went, writing),
      });
    case 'renamed':
      return filled(lineage.renamed, {
        day,
        before: names?.before ?? '',
        after: names?.after ?? '',
      });
    case 'retired':
      return into.length === 0
        ? filled(lineage.retired, { day })
        : filled(lineage.retiredInto, { day, parts: listed(into, lineage.went, writing) });
  }
}

/** Each part in the same words, one after the other. */
function listed(parts: readonly LineagePart[], text: string, writing: LineageWriting): string {
  const said = parts.map(({ id, share }) =>
    filled(text, { count: hundredths(share), name: writing.name(id) }),
  );
  return said.length < 2
    ? said.join('')
    : filled(wordsOf(writing).lists.two, {
        first: said.slice(0, -1).join(', '),
        last: said.at(-1) ?? '',
      });
}

function hundredths(share: number): string {
  return String(Math.round(100 * share));
}
