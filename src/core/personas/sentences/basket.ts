import { fact, say, type StorySlot } from '../story-slot.ts';

/** What is in the box: how much, of what, by whom, and for whom. */
export const BASKET: readonly StorySlot[] = [
  [
    say(
      'itemsPerOrder >= 5 and itemsPerOrderTimes <= 0.6',
      `An order of theirs holds ${fact('itemsPerOrder')}.`,
    ),
    say('itemsPerOrder >= 5', `A box of theirs is heavy: ${fact('itemsPerOrder')} in one order.`),
    say('itemsPerOrder >= 2.7', `Their boxes are full: ${fact('itemsPerOrder')} to an order.`),
    say(
      'itemsPerOrder >= 1.4 and itemsPerOrder < 3',
      `On average an order of theirs holds ${fact('itemsPerOrder')}.`,
    ),
    say(
      'itemsPerOrder < 1.5',
      `They usually order one thing at a time, ${fact('itemsPerOrder')} on average.`,
    ),
    say('itemsPerOrder > 0', `What an order of theirs holds: ${fact('itemsPerOrder')} on average.`),
  ],
  [
    say(
      'itemsPerOrderTimes >= 1.6',
      `Their boxes hold ${fact('itemsPerOrderTimes')} what our average box holds.`,
    ),
    say('itemsPerOrderTimes <= 0.6', 'Our average box holds a good deal more than theirs.'),
  ],
  [
    say(
      'topCategoryShare >= 0.7',
      `One category comes first by far. It is ${fact('topCategory')}, with ${fact('topCategoryShare')} of what they spend.`,
    ),
    say(
      'topCategoryShare >= 0.45',
      `Of what they spend, ${fact('topCategoryShare')} goes to one category: ${fact('topCategory')}.`,
    ),
    say(
      'topCategoryShare < 0.3',
      `They buy across the shop: even the largest category, ${fact('topCategory')}, takes only ${fact('topCategoryShare')} of what they spend.`,
    ),
    say(
      'topCategoryShare > 0',
      `First comes ${fact('topCategory')}, with ${fact('topCategoryShare')} of what they spend; the rest is spread.`,
    ),
  ],
  [
    say(
      'categoriesBought >= 3',
      `They have been to more than one corner of the shop: on average they bought from ${fact('categoriesBought')} categories.`,
    ),
    say('categoriesBought <= 1.3', 'Most of them have bought from a single category so far.'),
  ],
  [
    say(
      'topBrandShare >= 0.55 and repeatShare >= 0.5',
      `One brand has won them over, ${fact('topBrand')}: ${fact('topBrandShare')} of what they spend.`,
    ),
    say(
      'topBrandShare >= 0.55',
      `Most of what they buy is by ${fact('topBrand')}: ${fact('topBrandShare')} of what they spend.`,
    ),
    say(
      'topBrandShare < 0.25',
      `They are tied to no brand. The one they buy most, ${fact('topBrand')}, takes ${fact('topBrandShare')} of what they spend.`,
    ),
  ],
  [
    say(
      'giftShare >= 0.8',
      `Nearly all of it is meant for somebody else: ${fact('giftShare')} of their orders are gifts.`,
    ),
    say(
      'giftShare >= 0.5',
      `Much of it is meant for somebody else: ${fact('giftShare')} of their orders are gifts.`,
    ),
    say(
      'giftShare >= 0.15 and giftShare < 0.55',
      `Every now and then it is a gift: ${fact('giftShare')} of their orders.`,
    ),
    say('giftShare == 0', 'None of their orders was marked as a gift.'),
    say(
      'giftShare < 0.025',
      `They buy for their own use, as far as orders can tell: only ${fact('giftShare')} are marked as gifts.`,
    ),
  ],
];
