import { formatValue } from '#core/format/format-value.ts';
import type { Formats } from '#core/format/formats.ts';
import type { Clue, PublishedFigures } from './clue.ts';
import { clueFigures } from './clue-times.ts';

/** A line of a basket's slip. */
export interface ClueLine {
  label: string;
  text: string;
}

/**
 * A clue as a line on a packing slip – what somebody guesses from. Definition: in a packer's words; the order value in
 * the portal's money. Source: this portal. Every clue has one.
 *
 * @example clueLine({ kind: 'gift', isSo: true }, { locale: 'en-GB', currency: 'EUR', timeZone: 'UTC' }) // => { label: 'Gift note', text: 'Yes' }
 */
export function clueLine(clue: Clue, formats: Formats): ClueLine {
  switch (clue.kind) {
    case 'category':
      return { label: 'In it', text: clue.part };
    case 'brand':
      return { label: 'In it', text: `Something by ${clue.part}` };
    case 'channel':
      return { label: 'Ordered through', text: clue.part };
    case 'month':
      return { label: 'Ordered in', text: clue.part };
    case 'gift':
      return { label: 'Gift note', text: clue.isSo ? 'Yes' : 'None' };
    case 'discount':
      return { label: 'Discount', text: clue.isSo ? 'Yes' : 'None' };
    case 'orderValue':
      return { label: 'Paid', text: `About ${formatValue(clue.value, 'money', formats)}` };
  }
}

/**
 * What a clue gives away – the Portrait's figure beside that of all customers, in a sentence. Definition: the figures
 * as published, all customers with those of the Portrait. Source: the Portrait's file. Not published: empty.
 *
 * @example clueReason({ id: 'a', facts: [], breakdowns: [], distinguishing: [] }, { kind: 'gift', isSo: true }, { locale: 'en-GB', currency: 'EUR', timeZone: 'UTC' }) // => ''
 */
export function clueReason(figures: PublishedFigures, clue: Clue, formats: Formats): string {
  const found = clueFigures(figures, clue);
  if (!found) return '';
  const unit = clue.kind === 'orderValue' ? 'money' : 'ratio';
  const own = formatValue(found.own, unit, formats);
  const all = formatValue(found.all, unit, formats);
  switch (clue.kind) {
    case 'category':
    case 'brand':
      return `${own} of what they pay goes to ${clue.part}; of what all customers pay, ${all}.`;
    case 'channel':
      return `${own} of their orders come through ${clue.part}; of all orders, ${all}.`;
    case 'month':
      return `${own} of their orders come in ${clue.part}; of all orders, ${all}.`;
    case 'gift':
      return `${own} of their orders are gifts; of all orders, ${all}.`;
    case 'discount':
      return `${own} of their orders come with a discount; of all orders, ${all}.`;
    case 'orderValue':
      return `An order of theirs comes to ${own} on average; of all customers, to ${all}.`;
  }
}
