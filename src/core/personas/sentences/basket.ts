import { fact, say, type StorySlot } from '../story-slot.ts';

/** What is in the box: how much, of what, by whom, and for whom. */
export const BASKET: readonly StorySlot[] = [
  [
    say(
      'itemsPerOrder >= 2.7 and itemsPerOrderTimes <= 0.6',
      `An order of theirs holds ${fact('itemsPerOrder')} on average.`,
    ),
    say(
      'itemsPerOrder >= 5',
      `They order many things at once: ${fact('itemsPerOrder')} in one order, on average.`,
    ),
    say(
      'itemsPerOrder >= 2.7',
      `They order several things at once: ${fact('itemsPerOrder')} on average.`,
    ),
    say(
      'itemsPerOrder >= 1.4 and itemsPerOrder < 3',
      `On average an order of theirs holds ${fact('itemsPerOrder')}.`,
    ),
    say('itemsPerOrder < 1.05', 'An order of theirs holds one thing, hardly ever more.', [
      'itemsPerOrder',
    ]),
    say(
      'itemsPerOrder < 1.5',
      `They usually order one thing at a time, ${fact('itemsPerOrder')} on average.`,
    ),
    say('itemsPerOrder > 0', `On average their orders hold ${fact('itemsPerOrder')}.`),
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
      'distinctCategoryShare >= 0.99 and distinctCategoryTimes > 1',
      `They come for one category and hardly anything else, ${fact('distinctCategory')}: ${fact('distinctCategoryTimes')} the share it has among all our customers.`,
      ['categoriesBought'],
    ),
    say(
      'distinctCategoryShare >= 0.7 and distinctCategoryTimes >= 10',
      `One category comes first by far, ${fact('distinctCategory')}: ${fact('distinctCategoryShare')} of what they spend, though it is a small part of all that we sell.`,
    ),
    say(
      'distinctCategoryShare >= 0.7 and distinctCategoryTimes > 1',
      `One category comes first by far, ${fact('distinctCategory')}: ${fact('distinctCategoryShare')} of what they spend, ${fact('distinctCategoryTimes')} the share it has among all our customers.`,
    ),
    say(
      'distinctCategoryShare >= 0.45 and distinctCategoryTimes >= 10',
      `Of what they spend, ${fact('distinctCategoryShare')} goes to one category, ${fact('distinctCategory')}, which is a small part of all that we sell.`,
    ),
    say(
      'distinctCategoryShare >= 0.45 and distinctCategoryTimes > 1',
      `Of what they spend, ${fact('distinctCategoryShare')} goes to one category, ${fact('distinctCategory')}: ${fact('distinctCategoryTimes')} the share it has among all our customers.`,
    ),
    say(
      'distinctCategoryShare >= 0.1 and distinctCategoryTimes >= 10',
      `A fair part of their money goes to one category, ${fact('distinctCategory')}: ${fact('distinctCategoryShare')} of it, though the category is a small part of all that we sell.`,
    ),
    say(
      'distinctCategoryShare >= 0.1 and distinctCategoryTimes > 1',
      `They spend more of their money on one category than our customers as a whole, ${fact('distinctCategory')}: ${fact('distinctCategoryShare')} of it, ${fact('distinctCategoryTimes')} the share it has among all our customers.`,
    ),
  ],
  [
    say(
      'categoriesBought >= 3 and topCategoryShare >= 0.45',
      `Not everything is of one kind: on average they have bought from ${fact('categoriesBought')} categories.`,
    ),
    say(
      'categoriesBought >= 3 and topCategoryShare < 0.45',
      `They do not keep to one corner of the shop: on average they have bought from ${fact('categoriesBought')} categories.`,
    ),
    say(
      'categoriesBought >= 3',
      `On average they have bought from ${fact('categoriesBought')} categories.`,
    ),
    say('categoriesBought <= 1.3', 'Most of them have bought from a single category so far.', [
      'categoriesBought',
    ]),
  ],
  [
    say(
      'distinctBrandShare >= 0.99 and distinctBrandTimes > 1',
      `They buy ${fact('distinctBrand')} and hardly anything else: ${fact('distinctBrandTimes')} the share it has among all our customers.`,
    ),
    say(
      'distinctBrandShare >= 0.55 and distinctBrandTimes >= 10',
      `Most of what they buy is by ${fact('distinctBrand')}: ${fact('distinctBrandShare')} of what they spend, though the brand is a small part of all that we sell.`,
    ),
    say(
      'distinctBrandShare >= 0.55 and distinctBrandTimes > 1',
      `Most of what they buy is by ${fact('distinctBrand')}: ${fact('distinctBrandShare')} of what they spend, ${fact('distinctBrandTimes')} the share it has among all our customers.`,
    ),
    say(
      'distinctBrandShare >= 0.1 and distinctBrandTimes >= 10',
      `One brand stands out, ${fact('distinctBrand')}: ${fact('distinctBrandShare')} of what they spend, though it is a small part of all that we sell.`,
    ),
    say(
      'distinctBrandShare >= 0.1 and distinctBrandTimes > 1',
      `They buy more of one brand than our customers as a whole, ${fact('distinctBrand')}: ${fact('distinctBrandShare')} of what they spend, ${fact('distinctBrandTimes')} the share it has among all our customers.`,
    ),
  ],
  [
    say(
      'giftShare >= 0.9',
      `Nearly all of it is meant for somebody else: ${fact('giftShare')} of their orders are gifts.`,
    ),
    say(
      'giftShare >= 0.5',
      `Most of it is meant for somebody else: ${fact('giftShare')} of their orders are gifts.`,
    ),
    say(
      'giftShare >= 0.3 and giftShare < 0.55 and giftShareTimes >= 0.8',
      `Often it is a gift: ${fact('giftShare')} of their orders.`,
    ),
    say(
      'giftShare >= 0.15 and giftShare < 0.35',
      `Every now and then it is a gift: ${fact('giftShare')} of their orders.`,
    ),
    say('giftShare >= 0.3', `Of their orders, ${fact('giftShare')} are gifts.`),
    say('giftShare == 0', 'None of their orders was marked as a gift.'),
    say(
      'giftShare < 0.025 and giftShareTimes <= 1.25',
      `They buy for their own use, as far as orders can tell: only ${fact('giftShare')} are marked as gifts.`,
    ),
  ],
];
