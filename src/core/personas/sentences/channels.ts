import { fact, say, type StorySlot } from '../story-slot.ts';

/** Where they buy, and where they began. */
export const CHANNELS: readonly StorySlot[] = [
  [
    say(
      'mainChannelShare >= 0.85',
      `They nearly always come the same way, ${fact('mainChannel')}: ${fact('mainChannelShare')} of their orders.`,
    ),
    say(
      'mainChannelShare >= 0.6',
      `One way in leads clearly: ${fact('mainChannel')}, with ${fact('mainChannelShare')} of the orders.`,
    ),
    say(
      'mainChannelShare > 0',
      `They use more than one way to reach us; first comes ${fact('mainChannel')}, with ${fact('mainChannelShare')} of the orders.`,
    ),
  ],
];

/** How they came, as far as first orders tell. */
export const BEGINNINGS: readonly StorySlot[] = [
  [
    say(
      'firstChannelShare >= 0.8',
      `Nearly all of them began at the same door, ${fact('firstChannel')}: ${fact('firstChannelShare')} of the first orders.`,
    ),
    say(
      'firstChannelShare >= 0.5',
      `Most of them began at one door, ${fact('firstChannel')}: ${fact('firstChannelShare')} of the first orders.`,
    ),
    say(
      'firstChannelShare > 0',
      `They found us in different places; first comes ${fact('firstChannel')}, with ${fact('firstChannelShare')} of the first orders.`,
    ),
  ],
  [
    say(
      'firstDiscountShare >= 0.5',
      `Most of them began with an offer: ${fact('firstDiscountShare')} had a discount on the first order.`,
    ),
    say(
      'firstDiscountShare >= 0.2',
      `An offer was part of the beginning for ${fact('firstDiscountShare')} of them; they had a discount on the first order.`,
    ),
    say('firstDiscountShare == 0', 'Nobody among them had a discount on the first order.'),
    say(
      'firstDiscountShare < 0.15',
      `They began without an offer: only ${fact('firstDiscountShare')} had a discount on the first order.`,
    ),
  ],
  [
    say(
      'firstCodeShare >= 0.5',
      `Where a first order carried a code, it was mostly ${fact('firstCode')}.`,
    ),
  ],
  [say('firstGiftShare >= 0.4', `For ${fact('firstGiftShare')} of them it began with a gift.`)],
  [
    say(
      'repeatDiscountShare >= 0.5 and repeatShare >= 0.2',
      `When they come back, it is mostly with an offer in hand: ${fact('repeatDiscountShare')} of their later orders.`,
    ),
    say(
      'repeatDiscountShare <= 0.12 and repeatShare >= 0.35',
      `They come back without being called by an offer: only ${fact('repeatDiscountShare')} of the later orders carry a discount.`,
    ),
  ],
];
