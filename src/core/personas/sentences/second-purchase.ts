import { fact, say, type StorySlot } from '../story-slot.ts';

/** Who becomes a customer, and how fast. */
export const SECOND_PURCHASE: readonly StorySlot[] = [
  [
    say(
      'secondPurchaseShare >= 0.5',
      `The second order comes soon: ${fact('secondPurchaseShare')} of them place it within ninety days of the first.`,
    ),
    say(
      'secondPurchaseShare >= 0.22 and secondPurchaseShare < 0.5',
      `Within ninety days of the first order, ${fact('secondPurchaseShare')} of them place a second.`,
    ),
    say(
      'secondPurchaseShare < 0.12',
      `The second order takes patience: within ninety days only ${fact('secondPurchaseShare')} of them place one.`,
    ),
    say(
      'secondPurchaseShare > 0',
      `Ninety days after the first order, ${fact('secondPurchaseShare')} of them have placed a second.`,
    ),
  ],
  [
    say(
      'secondPurchaseYearShare >= 0.6 and secondPurchaseShare < 0.6',
      `Give them a year, and most of them have come again: ${fact('secondPurchaseYearShare')}.`,
    ),
    say(
      'secondPurchaseYearShare < 0.25',
      `Even after a year, only ${fact('secondPurchaseYearShare')} of them have come again. For the others the first box was also the last so far.`,
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
