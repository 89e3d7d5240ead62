import type { StorySentence } from './story-sentence.ts';
import { fact, say } from './story-slot.ts';

/** What a Portrait means for one role; the first sentences that hold are drafted. */
export interface RoleSentences {
  role: string;
  sentences: readonly StorySentence[];
}

/** When what holds for anybody may be said. */
export const OF_ANYBODY = 'customers > 0';

/** In the order of the page. The last sentence of a role holds for anybody, so that none is empty. */
export const ROLE_SENTENCES: readonly RoleSentences[] = [
  {
    role: 'packing',
    sentences: [
      say(
        'giftShare >= 0.3',
        `${fact('giftShare')} of their orders are gifts: look for a note first, and where there is one, leave the prices out of the box.`,
      ),
      say(
        'returnRate >= 0.25',
        'Close the box so that it can be used again: something may well come back in it.',
      ),
      say(
        'itemsPerOrder >= 3 and itemsPerOrderTimes >= 0.8',
        `Count twice: a box of theirs holds ${fact('itemsPerOrder')} on average.`,
      ),
      say(
        'repeatShare < 0.35 and recencyDays >= 365',
        'Many of them have been away for long. Whoever comes back after all that time should find a welcome in the box.',
      ),
      say(
        'repeatShare < 0.35 and recencyDays < 365',
        'This may be the first box they ever open from us. Pack it as a welcome.',
      ),
      say(
        'unitPriceTimes >= 1.8',
        'Their pieces cost a good deal more than others’. Wrap them that way.',
      ),
      say(
        'holidayShare >= 0.45',
        'Many of their boxes are packed before the holidays. Look for the day by which they have to be there.',
      ),
      say(
        'ordersPerYear >= 4.5 and repeatShare >= 0.5',
        'They open boxes of ours often and will notice the one that was packed in a hurry.',
      ),
      say(
        'itemsPerOrder < 1.5 and returnRate < 0.1 and returnRateTimes <= 1.25',
        'Mostly there is one thing in the box, and it stays with them. Let it lie straight when they open it.',
      ),
      say(OF_ANYBODY, 'Pack it as they will want to remember it: clean, complete, on time.'),
    ],
  },
  {
    role: 'service',
    sentences: [
      say(
        'returnRate >= 0.25',
        'Help them choose before the order, and make an exchange as easy as an order.',
      ),
      say(
        'repeatShare < 0.35 and recencyDays >= 365',
        'If one of them calls, ask what has kept them away.',
      ),
      say(
        'repeatShare < 0.35 and recencyDays < 365',
        'Ask how the first order went, and put right what did not.',
      ),
      say('giftShare >= 0.5', 'Ask by which day it has to be there: a gift has a date.'),
      say(
        'boughtAgainAfterReturn <= 0.35 and repeatShare >= 0.35',
        'Call after a return. Few have ordered again after one, and a question costs little.',
      ),
      say(
        'daysBetweenOrders >= 300 and repeatShare >= 0.5',
        'About a year lies between two orders of theirs, or more. Tell them what has changed since the last one, before they have to ask.',
      ),
      say(
        'daysBetweenOrders >= 140 and daysBetweenOrders < 300 and repeatShare >= 0.5',
        'Months lie between two orders of theirs. Tell them what has changed since the last one, before they have to ask.',
      ),
      say(
        'ordersPerYear >= 4.5 and repeatShare >= 0.5',
        'Look at their orders before you answer. They should not have to tell us who they are.',
      ),
      say(
        'exchangeShare >= 0.25',
        `Offer an exchange before you offer the money back: ${fact('exchangeShare')} of what comes back is exchanged.`,
      ),
      say(OF_ANYBODY, 'Ask what they expected, and write down the answer in their words.'),
    ],
  },
  {
    role: 'buying',
    sentences: [
      say(
        'distinctCategoryShare >= 0.45',
        `Much of their money goes to one category, ${fact('distinctCategory')}. Keep that in stock before adding something new.`,
      ),
      say(
        'returnRate >= 0.2 and distinctReturnReasonShare >= 0.1',
        `Start with the reason they give more than others do, “${fact('distinctReturnReason')}”, before ordering more of the same.`,
      ),
      say('returnRate >= 0.25', 'Read why pieces come back before ordering more of the same.'),
      say(
        'distinctBrandShare >= 0.55 and repeatShare >= 0.5',
        'Most of it is of one brand. Tell them before the maker changes something they know.',
      ),
      say(
        'categoriesBought >= 3 and topCategoryShare < 0.45',
        `They buy from ${fact('categoriesBought')} categories: show what goes together.`,
      ),
      say(
        'unitPriceTimes <= 0.7',
        `When you choose something new for them, keep to their price: ${fact('unitPrice')} a piece.`,
      ),
      say(OF_ANYBODY, 'Ask service what they wanted and did not find.'),
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
        'daysBetweenOrders <= 120 and repeatShare >= 0.5 and recencyDays < 180',
        `Their rhythm is ${fact('daysBetweenOrders')} from order to order. Write a little before it, not every week.`,
      ),
      say(
        'secondPurchaseShare < 0.2 and daysToSecondPurchase > 90',
        `A letter in the first weeks may come too early: of those who came back, half took ${fact('daysToSecondPurchase')} or longer.`,
      ),
      say(
        'secondPurchaseShare >= 0.5',
        'At least half of them order again within three months of the first order. Be helpful in that time.',
      ),
      say(
        'discountShare <= 0.12 and discountShareTimes <= 1.25',
        'They seldom use a voucher. Tell them what is new instead.',
      ),
      say(
        '(repeatShare < 0.35 and recencyDays >= 365) or (daysBetweenOrders <= 120 and recencyDays >= 250)',
        'Many of them have not ordered in a long time. Write once, with a good reason to come back, and see who answers.',
      ),
      say(OF_ANYBODY, 'Write when there is something to say, in their rhythm and not in ours.'),
    ],
  },
  {
    role: 'finance',
    sentences: [
      say(
        'returnRate >= 0.2',
        `Count their revenue after returns: ${fact('returnRate')} of the pieces come back.`,
      ),
      say(
        'discountRate >= 0.12',
        `Look at what is left after discounts. They took ${fact('discountRate')} off the full price.`,
      ),
      say(
        'holidayShare >= 0.45',
        'Many of their orders fall into two months. A bad December cannot be made up for in spring.',
      ),
      say(
        'shareOfRevenue > 0',
        `They are ${fact('shareOfCustomers')} of the customers and bring ${fact('shareOfRevenue')} of the revenue.`,
      ),
    ],
  },
  {
    role: 'leadership',
    sentences: [
      say(
        'repeatShare == 0',
        'Nobody among them has placed a second order yet. Why not is the question to ask.',
      ),
      say(
        'repeatShare < 0.35',
        `The question to ask is the second order: ${fact('repeatShare')} of them have placed one.`,
      ),
      say(
        'yearlySpendTimes >= 1.5 and repeatShare >= 0.35',
        `One of them spends ${fact('yearlySpendTimes')} what our average customer does. Who in this company speaks for them?`,
      ),
      say(
        'repeatShare >= 0.5 and yearlySpend >= 1 and yearlySpendTimes > 0.6 and yearlySpendTimes < 1.5',
        `In a year with us, one of them spends ${fact('yearlySpend')}, before returns. What would we do to keep that?`,
      ),
      say(
        // Whoever comes for the holidays is quiet until then.
        'recencyDays >= 250 and holidayShare < 0.4',
        'Have somebody call ten of those who have been quiet for long, and ask why.',
      ),
      say(OF_ANYBODY, 'Spend an hour on the phone with one of them this quarter.'),
    ],
  },
];
