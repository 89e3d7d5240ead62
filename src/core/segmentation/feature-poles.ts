import { insideSentence } from '#core/language/first-letter.ts';

/** What a customer shows who has much of a feature, and who has little of it. */
export interface FeaturePoles {
  much: string;
  little: string;
}

const few = (much: string): FeaturePoles => ({ much, little: `few ${much}` });

/** Of the features of orders; shares of a part are called by its name. */
const POLES: Readonly<Record<string, FeaturePoles>> = {
  ordersPerYear: { much: 'frequent orders', little: 'rare orders' },
  orderValue: { much: 'large orders', little: 'small orders' },
  yearlySpend: { much: 'much spent a year', little: 'little spent a year' },
  itemsPerOrder: { much: 'many items an order', little: 'few items an order' },
  unitPrice: { much: 'expensive items', little: 'inexpensive items' },
  daysBetweenOrders: { much: 'long gaps between orders', little: 'short gaps between orders' },
  rhythmSpread: { much: 'an uneven rhythm', little: 'an even rhythm' },
  secondPurchaseDays: { much: 'a late second purchase', little: 'an early second purchase' },
  discountShare: { much: 'orders with a discount', little: 'orders without a discount' },
  discountDepth: { much: 'deep discounts', little: 'small discounts' },
  giftShare: few('gift orders'),
  returnShare: few('items sent back'),
  exchangedItemShare: few('exchanges'),
  springShare: few('orders in spring'),
  summerShare: few('orders in summer'),
  autumnShare: few('orders in autumn'),
  holidayShare: few('orders in November and December'),
  weekendShare: { much: 'orders at the weekend', little: 'orders on working days' },
  categoryHerfindahl: { much: 'few categories', little: 'many categories' },
  brandHerfindahl: { much: 'few brands', little: 'many brands' },
};

/**
 * The two ends of a feature, in words that fit inside a sentence – for names of what goes together. Definition: each feature of orders
 * has its own; a category or brand is called by its name, a channel by what is bought there; a column of a customer table by its
 * header. Source: this portal. Empty case: there always are two ends.
 *
 * @example featurePoles({ id: 'unitPrice', label: 'Price of an item' }).little // => 'inexpensive items'
 * @example featurePoles({ id: 'categoryShare:Jeans', label: 'Share of Jeans' }).much // => 'Jeans'
 * @example featurePoles({ id: 'table:Visits', label: 'Visits a month' }).little // => 'less visits a month'
 */
export function featurePoles({ id, label }: { id: string; label: string }): FeaturePoles {
  const [, split, part] = /^(category|brand|channel)Share:(.+)$/su.exec(id) ?? [];
  if (part !== undefined) {
    return split === 'channel'
      ? few(`purchases by ${part}`)
      : { much: part, little: `hardly any ${part}` };
  }
  const header = startedSmall(label);
  return POLES[id] ?? { much: header, little: `less ${header}` };
}

/**
 * A label inside a name – names of categories in it keep their capitals, and so does one that is written in capitals.
 *
 * @example startedSmall('Share of Jeans') // => 'share of Jeans'
 * @example startedSmall('FROZEN PIZZA') // => 'FROZEN PIZZA'
 */
export function startedSmall(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? insideSentence(label) : label;
}
