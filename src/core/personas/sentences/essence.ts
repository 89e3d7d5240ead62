import { rhythmClaim } from '../rhythm-limits.ts';
import { say, type StorySlot } from '../story-slot.ts';

/** When they come, in the words that a line under the name begins with. */
export const ESSENCE_RHYTHM: StorySlot = [
  say('holidayShare >= 0.6', 'Buys before the holidays'),
  say('repeatShare < 0.35 and recencyDays >= 365', 'Most have bought once, long ago'),
  say('repeatShare < 0.35', 'Most have bought once so far'),
  say('repeatShare < 0.5', 'More than half have bought once so far'),
  say('ordersPerYear >= 60', 'Buys more than once a week'),
  say('ordersPerYear >= 40 and ordersPerYear < 60', 'Buys nearly every week'),
  say('ordersPerYear >= 16', 'Buys more than once a month'),
  say(rhythmClaim('monthly'), 'Buys about once a month'),
  say('ordersPerYear >= 9', 'Buys once a month or more often'),
  say(rhythmClaim('regular'), 'Comes back every couple of months'),
  say(rhythmClaim('seasonal'), 'Comes by about once a quarter'),
  say('ordersPerYear >= 2.5', 'Comes back several times a year'),
  // Whoever ordered once counts as once a year: without knowing who came back, less than two is no rhythm.
  say('ordersPerYear >= 2 and ordersPerYear < 2.5', 'Comes about twice a year'),
  say(`${rhythmClaim('twice-yearly')} and repeatShare >= 0.5`, 'Comes about twice a year'),
  say(
    'ordersPerYear >= 1.5 and ordersPerYear < 3.5 and repeatShare >= 0.5',
    'Comes two or three times a year',
  ),
  say(
    `ordersPerYear >= 0.7 and ${rhythmClaim('yearly')} and repeatShare >= 0.5`,
    'Comes about once a year',
  ),
  say(
    'ordersPerYear >= 0.7 and ordersPerYear < 2.5 and repeatShare >= 0.5',
    'Comes about once or twice a year',
  ),
  say('ordersPerYear < 2.5 and repeatShare >= 0.5', 'Comes once or twice a year, or less'),
  // Where it cannot be told whether most have come back.
  say('repeatShare >= 0.35 and repeatShare < 0.65', 'About half have come back so far'),
];

/** What else stands out, behind it: fits one person and several, "buys …" and "most have bought …". */
export const ESSENCE_HABIT: StorySlot = [
  say('giftShare >= 0.5', 'mostly to give away'),
  say('returnRate >= 0.3 and returnRateTimes >= 0.8', 'with much of it sent back'),
  say('discountShare >= 0.6', 'mostly with a discount'),
  say('distinctBrandShare >= 0.55 and repeatShare >= 0.5', 'mostly of one brand'),
  say('distinctCategoryShare >= 0.55', 'mostly of one category'),
  say('unitPriceTimes >= 1.4 and itemsPerOrderTimes < 1', 'with an eye for the dearer pieces'),
  say('averageOrderValueTimes >= 1.4', 'with large orders'),
  say('itemsPerOrderTimes >= 1.4', 'with a full basket'),
  say('unitPriceTimes >= 1.4', 'with an eye for the dearer pieces'),
  say('averageOrderValueTimes <= 0.6', 'with small orders'),
  say('itemsPerOrderTimes <= 0.6', 'with a small basket'),
];

/** The same where nothing can be said of when they come. */
export const ESSENCE_ALONE: StorySlot = [
  say('giftShare >= 0.5', 'Buys mostly to give away'),
  say('returnRate >= 0.3 and returnRateTimes >= 0.8', 'Sends much of it back'),
  say('discountShare >= 0.6', 'Buys mostly with a discount'),
  say('distinctBrandShare >= 0.55 and repeatShare >= 0.5', 'Buys mostly one brand'),
  say('distinctCategoryShare >= 0.55', 'Buys mostly from one category'),
  say('unitPriceTimes >= 1.4 and itemsPerOrderTimes < 1', 'Chooses the dearer pieces'),
  say('averageOrderValueTimes >= 1.4', 'Places large orders'),
  say('itemsPerOrderTimes >= 1.4', 'Fills the basket'),
  say('unitPriceTimes >= 1.4', 'Chooses the dearer pieces'),
  say('averageOrderValueTimes <= 0.6', 'Places small orders'),
  say('itemsPerOrderTimes <= 0.6', 'Keeps the basket small'),
];
