import { wordsOf } from '#core/language/words-of.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { Portal } from '#data/portal.ts';

/** A source most of whose buyers are not known, and what part of all orders these are, of 1. */
export interface UnseenOrders {
  source: string;
  share: Fact;
}

/** From this share of its orders on a source is one where we do not see who buys. */
const MOSTLY = 0.5;

/** Marketplaces and other sources most of whose orders are of nobody we know: no Portrait can speak of them. */
export function unseenOrders({
  dataset,
  formats,
}: Pick<Portal, 'dataset' | 'formats'>): UnseenOrders[] {
  const { period, identity, asOf } = dataset ?? {};
  if (!period || !identity || asOf === undefined) return [];
  const { market } = wordsOf(formats);
  return identity.sources
    .filter(({ orders, nobodyShareOfOrders }) => orders > 0 && nobodyShareOfOrders >= MOSTLY)
    .map(({ source, nobody }, at) => ({
      source,
      share: {
        id: `unseen${at}`,
        label: market.unseenLabel,
        unit: 'ratio',
        n: nobody,
        counted: 'orders',
        period,
        asOf,
        sources: [source],
        formula: market.unseenFormula,
        status: 'ok',
        value: nobody / identity.orders,
      },
    }));
}
