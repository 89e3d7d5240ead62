import { wordsOf, type Worded } from '#core/language/words-of.ts';
import type { Card, CardPortal } from './card.ts';

/**
 * Page card – for pages without a figure of their own: home, lists, method.
 * Empty case: without a sentence only the title stands.
 * @example pageCard({ title: 'How we know' }, { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }, { company: 'Tarn', asOf: '1 May 2026' }).footer // => { left: 'Tarn', right: '1 May 2026' }
 */
export function pageCard(
  page: { title: string; kicker?: string; sentence?: string },
  formats: Worded,
  portal: CardPortal,
): Card {
  return {
    kind: 'page',
    kicker: page.kicker ?? wordsOf(formats).cards.kicker,
    title: page.title,
    lines: page.sentence === undefined ? [] : [page.sentence],
    badge: null,
    footer: { left: portal.company, right: portal.asOf },
  };
}
