import { formatValue } from '#core/format/format-value.ts';
import type { Formats } from '#core/format/formats.ts';
import { filled, type Words } from '#core/language/words.ts';
import type { Clue, PublishedFigures } from './clue.ts';
import { clueFigures } from './clue-times.ts';

type ClueWords = Words['clues'];

/** A line of a basket's slip. */
export interface ClueLine {
  label: string;
  text: string;
}

/**
 * A clue as a line on a packing slip – what somebody guesses from. Definition: in the words of the language file; the
 * order value in the portal's money. Source: this portal. Every clue has one.
 * @example clueLine({ kind: 'gift', isSo: true }, { gift: 'As a gift', yes: 'yes', none: 'no' }, { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }) // => { label: 'As a gift', text: 'yes' }
 */
export function clueLine(clue: Clue, words: ClueWords, formats: Formats): ClueLine {
  switch (clue.kind) {
    case 'category':
      return { label: words.inIt, text: clue.part };
    case 'brand':
      return { label: words.inIt, text: filled(words.byBrand, { brand: clue.part }) };
    case 'channel':
      return { label: words.through, text: clue.part };
    case 'month':
      return { label: words.month, text: clue.part };
    case 'gift':
    case 'discount':
      return { label: words[clue.kind], text: clue.isSo ? words.yes : words.none };
    case 'orderValue':
      return {
        label: words.paid,
        text: filled(words.about, { value: formatValue(clue.value, 'money', formats) }),
      };
  }
}

/**
 * What a clue gives away – the Portrait's figure beside that of all customers, in a sentence. Definition: the figures
 * as published, all customers with those of the Portrait. Source: the Portrait's file. Not published: empty.
 * @example clueReason({ id: 'jo', facts: [], breakdowns: [], distinguishing: [] }, { kind: 'gift', isSo: true }, {}, { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }) // => ''
 */
export function clueReason(
  figures: PublishedFigures,
  clue: Clue,
  words: ClueWords,
  formats: Formats,
): string {
  const found = clueFigures(figures, clue);
  if (!found) return '';
  const unit = clue.kind === 'orderValue' ? 'money' : 'ratio';
  return filled(sentence(clue, words), {
    part: 'part' in clue ? clue.part : '',
    own: formatValue(found.own, unit, formats),
    all: formatValue(found.all, unit, formats),
  });
}

function sentence({ kind }: Clue, words: ClueWords): string {
  return kind === 'category' || kind === 'brand' ? words.partWhy : words[`${kind}Why`];
}
