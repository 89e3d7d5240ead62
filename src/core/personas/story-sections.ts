import type { StorySentence } from './story-sentence.ts';

const fact = (id: string): string => `<Fact is="${id}" />`;
const say = (when: string, text: string): StorySentence => ({ when, text });

/** Who they are among all customers. */
export const OPENING: readonly StorySentence[] = [
  say(
    'customers > 0',
    `${fact('customers')} of our customers buy this way: ${fact('shareOfCustomers')} of everybody who bought, and ${fact('shareOfRevenue')} of what was spent.`,
  ),
];

export const HOW_THEY_BUY: readonly StorySentence[] = [
  say('ordersPerYear >= 9', `They buy about once a month: on average ${fact('ordersPerYear')}.`),
  say(
    'ordersPerYear >= 4.5 and ordersPerYear < 9',
    `They come back every couple of months: on average ${fact('ordersPerYear')}.`,
  ),
  say(
    'ordersPerYear >= 2.5 and ordersPerYear < 4.5',
    `They come by about once a season: on average ${fact('ordersPerYear')}.`,
  ),
  say(
    'ordersPerYear >= 1.4 and ordersPerYear < 2.5 and repeatShare >= 0.35',
    `They come about twice a year: on average ${fact('ordersPerYear')}.`,
  ),
  say(
    'ordersPerYear < 1.4 and repeatShare >= 0.35',
    `They come about once a year: on average ${fact('ordersPerYear')}.`,
  ),
  say(
    'repeatShare < 0.35',
    `Most of them have ordered on a single day so far; ${fact('repeatShare')} came back on another.`,
  ),
  say(
    'repeatShare >= 0.8',
    `They stay: ${fact('repeatShare')} of them came back after the first order.`,
  ),
  say(
    'averageOrderValue > 0',
    `An order comes to ${fact('averageOrderValue')}, which makes ${fact('yearlySpend')} a year.`,
  ),
  say(
    'daysBetweenOrders <= 60 and repeatShare >= 0.5',
    `From one order to the next it takes them ${fact('daysBetweenOrders')}.`,
  ),
  say(
    'holidayShare >= 0.5',
    `November and December are their time of the year: ${fact('holidayShare')} of their orders are placed then.`,
  ),
  say(
    'holidayShare >= 0.25 and holidayShare < 0.5',
    `The weeks before the holidays matter to them: ${fact('holidayShare')} of their orders fall into November and December.`,
  ),
  say(
    'holidayShare < 0.12',
    `The holidays are not what brings them: only ${fact('holidayShare')} of their orders fall into November and December.`,
  ),
  say(
    'mainChannelShare >= 0.6',
    `They have a favourite way in: ${fact('mainChannelShare')} of their orders come through ${fact('mainChannel')}.`,
  ),
  say(
    'discountShare >= 0.6',
    `They like a good offer: ${fact('discountShare')} of their orders come with a discount.`,
  ),
  say(
    'discountShare <= 0.1',
    `They rarely wait for an offer: ${fact('discountShare')} of their orders come with a discount.`,
  ),
  say(
    'weekendShare >= 0.4',
    `They like the weekend: ${fact('weekendShare')} of their orders are placed then.`,
  ),
];

export const IN_THE_BOX: readonly StorySentence[] = [
  say('itemsPerOrder >= 3', `Their boxes are full: ${fact('itemsPerOrder')} to an order.`),
  say(
    'itemsPerOrder >= 1.5 and itemsPerOrder < 3',
    `An order usually holds more than one thing, ${fact('itemsPerOrder')} on average.`,
  ),
  say(
    'itemsPerOrder < 1.5',
    `They usually order one thing at a time, ${fact('itemsPerOrder')} on average.`,
  ),
  say(
    'topCategoryShare >= 0.6',
    `One category comes first by far: ${fact('topCategoryShare')} of what they spend goes to ${fact('topCategory')}.`,
  ),
  say(
    'topCategoryShare >= 0.35 and topCategoryShare < 0.6',
    `${fact('topCategory')} leads, with ${fact('topCategoryShare')} of what they spend.`,
  ),
  say(
    'topCategoryShare < 0.35',
    `They buy across the shop: even the largest category, ${fact('topCategory')}, takes only ${fact('topCategoryShare')} of what they spend.`,
  ),
  say(
    'topBrandShare >= 0.55 and repeatShare >= 0.5',
    `One brand has won them over: ${fact('topBrand')}, with ${fact('topBrandShare')} of what they spend.`,
  ),
  say(
    'giftShare >= 0.5',
    `Much of it is meant for somebody else: ${fact('giftShare')} of their orders are gifts.`,
  ),
  say(
    'giftShare >= 0.15 and giftShare < 0.5',
    `Every now and then it is a gift: ${fact('giftShare')} of their orders.`,
  ),
  say('unitPrice > 0', `A single piece costs them ${fact('unitPrice')} on average.`),
];

export const SENT_BACK: readonly StorySentence[] = [
  say('returnRate >= 0.25', `They send a good part back: ${fact('returnRate')} of the pieces.`),
  say(
    'returnRate >= 0.1 and returnRate < 0.25',
    `Now and then something comes back: ${fact('returnRate')} of the pieces.`,
  ),
  say(
    'returnRate < 0.1',
    `They keep what they order: only ${fact('returnRate')} of the pieces come back.`,
  ),
];
