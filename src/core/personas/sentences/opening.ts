import { fact, say, type StorySlot } from '../story-slot.ts';

/** How often, against the average, is told in words. */
const OFTEN = ['ordersPerYearTimes'];

/**
 * How many they are, and how a year's spending comes together. How often they come is told where most have come back, or of
 * who orders at least twice a year: whoever ordered once counts as once a year.
 */
export const OPENING: readonly StorySlot[] = [
  [
    say(
      'shareOfCustomers <= 0.15 and yearlySpendTimes >= 1.5',
      `They are few, and we would notice if they left: ${fact('customers')} people are ${fact('shareOfCustomers')} of everybody who bought, and account for ${fact('shareOfRevenue')} of all that was spent.`,
    ),
    say(
      'shareOfCustomers >= 0.15 and yearlySpendTimes <= 0.6',
      `There are many of them, and they spend little in a year: ${fact('customers')} people are ${fact('shareOfCustomers')} of everybody who bought, and account for ${fact('shareOfRevenue')} of all that was spent.`,
    ),
    say(
      'shareOfCustomers >= 0.5',
      `At least every second customer buys this way. That makes ${fact('customers')} people, who account for ${fact('shareOfRevenue')} of all that was spent.`,
    ),
    say(
      'shareOfCustomers >= 0.44 and shareOfCustomers < 0.5',
      `Nearly half of our customers buy this way. That makes ${fact('customers')} people, who account for ${fact('shareOfRevenue')} of all that was spent.`,
    ),
    say(
      'shareOfCustomers >= 0.44 and shareOfCustomers < 0.56',
      `About half of our customers buy this way. That makes ${fact('customers')} people, who account for ${fact('shareOfRevenue')} of all that was spent.`,
    ),
    say(
      'shareOfCustomers >= 0.34',
      `At least one customer in three buys this way. That makes ${fact('customers')} people, who account for ${fact('shareOfRevenue')} of all that was spent.`,
    ),
    say(
      'shareOfCustomers >= 0.25',
      `At least one customer in four buys this way. That makes ${fact('customers')} people, who account for ${fact('shareOfRevenue')} of all that was spent.`,
    ),
    say(
      'customers > 0',
      `${fact('customers')} of our customers buy this way: ${fact('shareOfCustomers')} of everybody who bought. They account for ${fact('shareOfRevenue')} of all that was spent.`,
    ),
  ],
  [
    say(
      'ordersPerYearTimes >= 1.3 and averageOrderValueTimes <= 0.8 and ordersPerYear >= 3',
      `Little at a time, but often: they order ${fact('ordersPerYearTimes')} as often as our average customer, for ${fact('averageOrderValue')} an order.`,
    ),
    say(
      'ordersPerYearTimes <= 0.75 and averageOrderValueTimes >= 1.3 and repeatShare >= 0.5',
      'They come less often than our average customer and spend more each time.',
      OFTEN,
    ),
    say(
      'ordersPerYearTimes >= 1.2 and averageOrderValueTimes >= 1.2 and ordersPerYear >= 2',
      `They come more often than our average customer and spend more each time; over a year that is ${fact('yearlySpendTimes')} as much.`,
      OFTEN,
    ),
    say(
      'ordersPerYearTimes <= 0.8 and averageOrderValueTimes <= 0.8 and repeatShare >= 0.5',
      'They come less often than our average customer, and when they come they spend less.',
      OFTEN,
    ),
    say(
      'ordersPerYearTimes >= 0.8 and ordersPerYearTimes <= 1.25 and averageOrderValueTimes >= 1.3 and repeatShare >= 0.5',
      'They come about as often as our average customer, and spend more each time.',
      OFTEN,
    ),
    say(
      'ordersPerYearTimes >= 0.8 and ordersPerYearTimes <= 1.25 and averageOrderValueTimes <= 0.75 and repeatShare >= 0.5',
      `They come about as often as our average customer, and spend less each time: ${fact('averageOrderValue')}.`,
      OFTEN,
    ),
  ],
];
