import type { Card, CardPortal } from './card.ts';

/**
 * Page card – for pages without a figure of their own: home, lists, method.
 * Empty case: without a sentence only the title stands.
 */
export function pageCard(
  page: { title: string; kicker?: string; sentence?: string },
  portal: CardPortal,
): Card {
  return {
    kind: 'page',
    kicker: page.kicker ?? 'Customers, seen together',
    title: page.title,
    lines: page.sentence === undefined ? [] : [page.sentence],
    badge: null,
    footer: { left: portal.company, right: portal.asOf },
  };
}
