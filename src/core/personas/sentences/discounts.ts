import { fact, say, type StorySlot } from '../story-slot.ts';

/** Whether they pay the full price. “Often” and “seldom” are not said where the average is clearly on their other side. */
export const DISCOUNTS: readonly StorySlot[] = [
  [
    say(
      'discountShare >= 0.8',
      `They seldom pay the full price: ${fact('discountShare')} of their orders come with a discount.`,
    ),
    say(
      'discountShare >= 0.45 and discountShareTimes >= 0.8',
      `They often order with an offer: ${fact('discountShare')} of their orders come with a discount.`,
    ),
    say(
      'discountShare >= 0.12 and discountShare < 0.5',
      `Now and then they order with an offer: ${fact('discountShare')} of their orders come with a discount.`,
    ),
    say('discountShare == 0', 'They have paid the full price every time.'),
    say(
      'discountShare <= 0.12 and discountShareTimes <= 1.25',
      `They seldom order with an offer: only ${fact('discountShare')} of their orders come with a discount.`,
    ),
    say(
      'discountShare <= 0.12 and discountShare > 0',
      `Most of their orders come without an offer: ${fact('discountShare')} come with a discount.`,
    ),
    say('discountShare > 0', `Of their orders, ${fact('discountShare')} come with a discount.`),
  ],
  [
    say(
      'discountRate >= 0.12',
      `Together, discounts took ${fact('discountRate')} off the full price of what they bought.`,
    ),
    say(
      'discountRate < 0.03 and discountShare >= 0.12',
      `All discounts together took ${fact('discountRate')} off the full price of what they bought.`,
    ),
  ],
];
