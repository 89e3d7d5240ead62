import { rhythmClaim } from '../rhythm-limits.ts';
import { fact, say, type StorySlot } from '../story-slot.ts';

const OFTEN = ['ordersPerYearTimes'];

/**
 * How often they come, and whether they stay. "… a year" is part of the printed figure. Whoever ordered once counts as once a
 * year, so that a rhythm is told, and compared, only where most have come back.
 */
export const RHYTHM: readonly StorySlot[] = [
  [
    say(
      'repeatShare == 0',
      'Each of them has ordered on a single day; nobody has come back so far.',
    ),
    say(
      'repeatShare < 0.35',
      `Most of them have ordered on a single day so far; ${fact('repeatShare')} came back on another.`,
    ),
    say(
      'repeatShare > 0 and repeatShare < 0.5',
      'Some have ordered once and not again, others several times.',
    ),
    say(
      'ordersPerYear >= 60',
      `They order more than once a week, ${fact('ordersPerYear')} on average.`,
    ),
    say(
      'ordersPerYear >= 40 and ordersPerYear < 60',
      `They order nearly every week, ${fact('ordersPerYear')} on average.`,
    ),
    say(
      'ordersPerYear >= 16',
      `They order more than once a month, ${fact('ordersPerYear')} on average.`,
    ),
    say(
      rhythmClaim('monthly'),
      `They order about once a month; the average is ${fact('ordersPerYear')}.`,
    ),
    say(
      rhythmClaim('regular'),
      `They come back every couple of months, ${fact('ordersPerYear')} on average.`,
    ),
    say(
      rhythmClaim('seasonal'),
      `They come by about once a quarter; the average is ${fact('ordersPerYear')}.`,
    ),
    say(rhythmClaim('twice-yearly'), 'They come about twice a year.'),
    say(
      `ordersPerYear >= 0.7 and ${rhythmClaim('yearly')} and repeatShare >= 0.35`,
      'They come about once a year.',
    ),
    say('ordersPerYear < 0.9', 'More than a year can pass between two of their orders.'),
    say(
      'ordersPerYear >= 1.2 and ordersPerYear < 3.4',
      `Once, twice or three times a year they order something; the average is ${fact('ordersPerYear')}.`,
    ),
    say(
      'ordersPerYear >= 1.4 or (ordersPerYear > 0 and repeatShare >= 0.5)',
      `Their orders average ${fact('ordersPerYear')}.`,
    ),
  ],
  [
    say(
      'ordersPerYearTimes >= 1.25 and ordersPerYear >= 2',
      `They order ${fact('ordersPerYearTimes')} as often as our average customer.`,
    ),
    say(
      'ordersPerYearTimes >= 0.7 and ordersPerYearTimes < 0.95 and repeatShare >= 0.5',
      'They order somewhat less often than our average customer.',
      OFTEN,
    ),
    say(
      'ordersPerYearTimes >= 0.44 and ordersPerYearTimes <= 0.57 and repeatShare >= 0.5',
      'They order about half as often as our average customer.',
      OFTEN,
    ),
    say(
      'ordersPerYearTimes >= 0.22 and ordersPerYearTimes <= 0.29 and repeatShare >= 0.5',
      'They order about a quarter as often as our average customer.',
      OFTEN,
    ),
    say(
      'ordersPerYearTimes <= 0.8 and repeatShare >= 0.5',
      'Our average customer orders more often than they do.',
      OFTEN,
    ),
    say(
      'ordersPerYearTimes >= 0.95 and ordersPerYearTimes <= 1.05 and repeatShare >= 0.5',
      'Our average customer orders about as often.',
      OFTEN,
    ),
  ],
  [
    say(
      'daysBetweenOrders <= 45 and repeatShare >= 0.5',
      `Those who came back order about every ${fact('daysBetweenOrders')}.`,
    ),
    say(
      'daysBetweenOrders > 45 and daysBetweenOrders <= 120 and repeatShare >= 0.5',
      `Those who came back let about ${fact('daysBetweenOrders')} pass between two orders.`,
    ),
    say(
      'daysBetweenOrders >= 300 and daysBetweenOrders <= 420 and repeatShare >= 0.35',
      `Between two of their orders lies about a year, ${fact('daysBetweenOrders')}. By then we have to be easy to find again.`,
    ),
    say(
      'daysBetweenOrders >= 140 and repeatShare >= 0.5',
      `Between two orders they let ${fact('daysBetweenOrders')} go by. That is long enough to forget what we told them last time.`,
    ),
  ],
  [
    say('repeatShare == 1', 'All of them have come back so far.'),
    say('repeatShare >= 0.95', 'Next to nobody among them leaves it at one order.', [
      'repeatShare',
    ]),
    say(
      'repeatShare >= 0.85',
      `Few leave it at one order: ${fact('repeatShare')} have come back so far.`,
    ),
    say(
      'repeatShare >= 0.65',
      `Most do not leave it at one order: ${fact('repeatShare')} have come back so far.`,
    ),
    say(
      'repeatShare >= 0.5',
      `More than half of them, ${fact('repeatShare')}, have come back so far.`,
    ),
    say(
      'repeatShare >= 0.35',
      `After the first order ${fact('repeatShare')} of them came back; the others have not yet.`,
    ),
  ],
  [
    say(
      'recencyDays <= 60 and ordersPerYear >= 4.5',
      `We hear from them often: half of them have ordered within the last ${fact('recencyDays')}.`,
    ),
    say(
      'recencyDays <= 60',
      `They are with us now: half of them have ordered within the last ${fact('recencyDays')}.`,
    ),
    say(
      '((recencyDays >= 180 and daysBetweenOrders <= 60) or (recencyDays >= 270 and daysBetweenOrders <= 90)) and recencyDays < 365 and repeatShare >= 0.5',
      `Lately it has been quiet: for half of them the last order was ${fact('recencyDays')} ago, or more, and that is long for such a rhythm.`,
    ),
    say(
      'recencyDays >= 365',
      `Many have been quiet for long: for half of them the last order was ${fact('recencyDays')} ago, or more.`,
    ),
  ],
];
