import { fact, say, type StorySlot } from '../story-slot.ts';

/**
 * What an order, a year and a piece cost them. A year is said where most have come back: of one order it would be made up.
 * A piece is not told where it is the whole order.
 */
export const ORDER_VALUE: readonly StorySlot[] = [
  [
    say(
      'averageOrderValueTimes >= 1.8',
      `An order comes to ${fact('averageOrderValue')}, ${fact('averageOrderValueTimes')} as much as our average one.`,
    ),
    say(
      'averageOrderValueTimes >= 1.05',
      `An order comes to ${fact('averageOrderValue')}, more than our average one.`,
    ),
    say(
      'averageOrderValueTimes >= 0.44 and averageOrderValueTimes <= 0.57',
      `An order comes to ${fact('averageOrderValue')}, about half of our average one.`,
    ),
    say(
      'averageOrderValueTimes <= 0.95',
      `An order comes to ${fact('averageOrderValue')}, less than our average one.`,
    ),
    say(
      'averageOrderValueTimes >= 0.95 and averageOrderValueTimes <= 1.05',
      `An order comes to ${fact('averageOrderValue')}, much like anybody’s.`,
    ),
    say('averageOrderValue > 0', `An order comes to ${fact('averageOrderValue')} on average.`),
  ],
  [
    say(
      'returnRate >= 0.2 and yearlySpend > 0 and repeatShare >= 0.5',
      `In a year with us their orders add up to ${fact('yearlySpend')}, before anything is sent back.`,
    ),
    say(
      'yearlySpendTimes >= 1.5 and repeatShare >= 0.5',
      `In a year with us their orders add up to ${fact('yearlySpend')}, where our average customer spends a good deal less.`,
    ),
    say(
      'yearlySpendTimes <= 0.6 and repeatShare >= 0.5',
      `In a year with us their orders add up to ${fact('yearlySpend')}, where our average customer spends a good deal more.`,
    ),
    say(
      'yearlySpendTimes >= 0.95 and yearlySpendTimes <= 1.05 and repeatShare >= 0.5',
      `In a year with us their orders add up to ${fact('yearlySpend')}, about what our average customer spends.`,
    ),
    say(
      'yearlySpend > 0 and repeatShare >= 0.5',
      `In a year with us their orders add up to ${fact('yearlySpend')}.`,
    ),
  ],
  [
    say(
      'unitPriceTimes >= 1.4',
      `They choose the dearer pieces: ${fact('unitPrice')} for one, ${fact('unitPriceTimes')} as much as our average customer pays.`,
    ),
    say(
      'unitPriceTimes <= 0.7',
      `They choose inexpensive pieces: ${fact('unitPrice')} for one, on average.`,
    ),
    say(
      'unitPrice > 0 and itemsPerOrder >= 1.2',
      `A single piece costs them ${fact('unitPrice')} on average.`,
    ),
  ],
];
