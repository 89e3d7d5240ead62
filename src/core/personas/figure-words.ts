import type { Fact } from '#core/schemas/fact.ts';

/** What stands after a figure that stands alone: "86% of their orders are gifts". */
const WORDS: Readonly<Record<string, string>> = {
  ordersPerYear: 'orders a year',
  averageOrderValue: 'an order',
  yearlySpend: 'a year',
  itemsPerOrder: 'items per order',
  unitPrice: 'for a piece',
  returnRate: 'of what they order comes back',
  discountShare: 'of their orders come with a discount',
  giftShare: 'of their orders are gifts',
  holidayShare: 'of their orders come in November and December',
  weekendShare: 'of their orders come at the weekend',
  categoriesBought: 'categories bought',
  repeatShare: 'of them came back',
  shareOfRevenue: 'of the revenue',
};

/**
 * Words after a figure on a wall, where it is read with what it is of. Definition: the list above. Source: this portal.
 * A fact without words of its own: its label.
 *
 * @example figureWords({ id: 'giftShare', label: 'Gift orders' }) // => 'of their orders are gifts'
 */
export function figureWords({ id, label }: Pick<Fact, 'id' | 'label'>): string {
  return WORDS[id] ?? label;
}
