import type { StorySentence } from './story-sentence.ts';

const fact = (id: string): string => `<Fact is="${id}" />`;
const say = (when: string, text: string): StorySentence => ({ when, text });

/** What a Portrait means for one role; the first sentences that hold are drafted. */
export interface RoleSentences {
  role: string;
  sentences: readonly StorySentence[];
}

/** In the order of the page. The last sentence of each role holds for nearly everybody, so that no role is empty. */
export const ROLE_SENTENCES: readonly RoleSentences[] = [
  {
    role: 'packing',
    sentences: [
      say('giftShare >= 0.3', 'Look for the gift note first, and leave the prices out of the box.'),
      say(
        'returnRate >= 0.25',
        'Close the box so that it can be used again: something may well come back in it.',
      ),
      say(
        'itemsPerOrder >= 3',
        `Count twice: there are ${fact('itemsPerOrder')} in a box of theirs.`,
      ),
      say(
        'repeatShare < 0.35',
        'This may be the first box they ever open from us. Pack it as a welcome.',
      ),
      say(
        'ordersPerYear >= 4.5',
        'They open boxes of ours often and will notice the one that was packed in a hurry.',
      ),
      say('customers > 0', 'Pack it as they have come to know it: clean, complete, on time.'),
    ],
  },
  {
    role: 'service',
    sentences: [
      say(
        'returnRate >= 0.25',
        'Help with the size before the order, and make an exchange as easy as an order.',
      ),
      say('repeatShare < 0.35', 'Ask how the first order went, and put right what did not.'),
      say('giftShare >= 0.3', 'Ask by which day it has to be there: a gift has a date.'),
      say(
        'ordersPerYear >= 4.5',
        'Look at their orders before you answer. They should not have to tell us who they are.',
      ),
      say('customers > 0', 'Ask what they expected, and write down the answer in their words.'),
    ],
  },
  {
    role: 'buying',
    sentences: [
      say(
        'topCategoryShare >= 0.45',
        `${fact('topCategory')} is what they come for. Keep it in stock in every size before adding something new.`,
      ),
      say('returnRate >= 0.25', 'Read why pieces come back before ordering more of the same.'),
      say(
        'topCategoryShare < 0.45',
        `They buy from ${fact('categoriesBought')} categories: show what goes together.`,
      ),
      say('customers > 0', 'Ask service what they wanted and did not find.'),
    ],
  },
  {
    role: 'marketing',
    sentences: [
      say(
        'discountShare >= 0.6',
        'Test whether another voucher brings an order that would not have come without it.',
      ),
      say(
        'holidayShare >= 0.5',
        'Be on their mind from the end of October on; the rest of the year, write seldom.',
      ),
      say(
        'daysBetweenOrders <= 120 and repeatShare >= 0.5',
        `Their rhythm is ${fact('daysBetweenOrders')} from order to order. Write a little before it, not every week.`,
      ),
      say('discountShare <= 0.1', 'They need no voucher. Tell them what is new.'),
      say(
        'customers > 0',
        'Write when there is something to say, in their rhythm and not in ours.',
      ),
    ],
  },
  {
    role: 'finance',
    sentences: [
      say(
        'returnRate >= 0.25',
        `Count their revenue after returns: ${fact('returnRate')} of the pieces come back.`,
      ),
      say(
        'discountShare >= 0.6',
        'Look at what is left after the discount, not at the order value alone.',
      ),
      say(
        'shareOfRevenue > 0',
        `They are ${fact('shareOfCustomers')} of the customers and ${fact('shareOfRevenue')} of the revenue.`,
      ),
    ],
  },
  {
    role: 'leadership',
    sentences: [
      say(
        'repeatShare < 0.35',
        `The question to ask is the second order: ${fact('repeatShare')} of them have placed one.`,
      ),
      say(
        'repeatShare >= 0.35 and yearlySpend > 0',
        `Keeping one of them is worth ${fact('yearlySpend')} a year.`,
      ),
      say('customers > 0', 'Ask who speaks for them in this company.'),
    ],
  },
];
