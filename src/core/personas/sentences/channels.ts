import { fact, say, type StorySlot } from '../story-slot.ts';

/** Where they buy more than others do. What is as true of everybody is not said. */
export const CHANNELS: readonly StorySlot[] = [
  [
    say(
      'distinctChannelShare >= 0.9 and distinctChannelTimes > 1',
      `They nearly always order in the same way, ${fact('distinctChannel')}: ${fact('distinctChannelShare')} of their orders, ${fact('distinctChannelTimes')} the share it has among all our customers.`,
    ),
    say(
      'distinctChannelShare >= 0.1 and distinctChannelTimes > 1',
      `One way of ordering stands out, ${fact('distinctChannel')}: ${fact('distinctChannelShare')} of their orders, ${fact('distinctChannelTimes')} the share it has among all our customers.`,
    ),
  ],
];

/**
 * How they came, as far as first orders tell, where they came otherwise than others did. Where most have ordered once, first
 * orders are their orders, and those are told elsewhere.
 */
export const BEGINNINGS: readonly StorySlot[] = [
  [
    say(
      'distinctFirstChannelShare >= 0.8 and distinctFirstChannelTimes > 1 and repeatShare >= 0.35',
      `Most of them placed their first order in the same way, ${fact('distinctFirstChannel')}: ${fact('distinctFirstChannelShare')} of the first orders, ${fact('distinctFirstChannelTimes')} the share it has among all our customers.`,
    ),
    say(
      'distinctFirstChannelShare >= 0.1 and distinctFirstChannelTimes > 1 and repeatShare >= 0.35',
      `One way of placing the first order stands out, ${fact('distinctFirstChannel')}: ${fact('distinctFirstChannelShare')} of the first orders, ${fact('distinctFirstChannelTimes')} the share it has among all our customers.`,
    ),
  ],
  [
    say(
      'firstDiscountShare >= 0.5 and repeatShare >= 0.35',
      `Most of them began with an offer: ${fact('firstDiscountShare')} had a discount on the first order.`,
    ),
    say(
      'firstDiscountShare >= 0.2 and repeatShare >= 0.35',
      `An offer was part of the beginning for ${fact('firstDiscountShare')} of them; they had a discount on the first order.`,
    ),
    say(
      'firstDiscountShare == 0 and discountShare > 0 and repeatShare >= 0.35',
      'Nobody among them had a discount on the first order.',
    ),
    say(
      'firstDiscountShare > 0 and firstDiscountShare < 0.15 and repeatShare >= 0.35',
      `Most of them began without an offer: ${fact('firstDiscountShare')} had a discount on the first order.`,
    ),
  ],
  [
    say(
      'firstCodeShare >= 0.95',
      `Where a first order carried a code, it was ${fact('firstCode')}, hardly ever another.`,
    ),
    say(
      'firstCodeShare >= 0.5',
      `Where a first order carried a code, it was mostly ${fact('firstCode')}.`,
    ),
  ],
  [
    say(
      'firstGiftShare >= 0.4 and repeatShare >= 0.35',
      `For ${fact('firstGiftShare')} of them the first order was a gift.`,
    ),
  ],
  [
    say(
      'repeatDiscountShare >= 0.5 and repeatShare >= 0.2',
      `When they come back, it is mostly with an offer in hand: ${fact('repeatDiscountShare')} of their later orders.`,
    ),
    say(
      'repeatDiscountShare <= 0.12 and repeatShare >= 0.35 and firstDiscountShare >= 0.2',
      `Mostly they come back without an offer: ${fact('repeatDiscountShare')} of their later orders carry a discount.`,
    ),
  ],
];
