import { fact, say, type StorySlot } from '../story-slot.ts';

/**
 * Who becomes a customer, and how fast. These shares are estimates that allow for how long each was watched, and so can be
 * larger than the share that has come back by now: the sentences say so.
 */
export const SECOND_PURCHASE: readonly StorySlot[] = [
  [
    say(
      'secondPurchaseShare >= 0.5',
      `The second order comes soon: of those who have had ninety days for it, ${fact('secondPurchaseShare')} placed one.`,
    ),
    say(
      'secondPurchaseShare >= 0.22 and secondPurchaseShare < 0.5',
      `Ninety days after the first order, a second has come from ${fact('secondPurchaseShare')} of those who have had the time.`,
    ),
    say(
      'secondPurchaseShare < 0.12',
      `The second order takes patience: of those who have had ninety days for it, ${fact('secondPurchaseShare')} placed one.`,
    ),
    say(
      'secondPurchaseShare > 0',
      `Of those who have had ninety days for a second order, ${fact('secondPurchaseShare')} placed one.`,
    ),
  ],
  [
    say(
      'secondPurchaseYearShare >= 0.6 and secondPurchaseShare < 0.6',
      `Within a year of the first order most come again: an estimated ${fact('secondPurchaseYearShare')}.`,
    ),
    say(
      'secondPurchaseYearShare < 0.25',
      `Within a year of the first order an estimated ${fact('secondPurchaseYearShare')} come again. For the others the first box is the only one of that year.`,
    ),
  ],
  [
    say(
      'daysToSecondPurchase <= 45 and repeatShare >= 0.35',
      `Of those who came back, half needed no more than ${fact('daysToSecondPurchase')}.`,
    ),
    say(
      'daysToSecondPurchase >= 270',
      `Those who did come back took their time: half of them ${fact('daysToSecondPurchase')} or longer.`,
    ),
    say(
      'daysToSecondPurchase > 0',
      `Half of those who came back did so within ${fact('daysToSecondPurchase')} of the first order.`,
    ),
  ],
];
