import { fact, say, type StorySlot } from '../story-slot.ts';

/**
 * In which months and on which days they order. November and December are a sixth of the year; months are named, not
 * seasons, because half of the world has them the other way round.
 */
export const CALENDAR: readonly StorySlot[] = [
  [
    say(
      'holidayShare >= 0.8',
      `We see them when the year ends: ${fact('holidayShare')} of their orders are placed in November and December.`,
    ),
    say(
      'holidayShare >= 0.45 and holidayShareTimes >= 0.8',
      `November and December are their time of the year: ${fact('holidayShare')} of their orders are placed then.`,
    ),
    say(
      'holidayShare >= 0.25 and holidayShareTimes >= 0.8',
      `They order more before the holidays: ${fact('holidayShare')} of their orders fall into November and December.`,
    ),
    say(
      'holidayShare >= 0.25',
      `Of their orders, ${fact('holidayShare')} fall into November and December.`,
    ),
    say('holidayShare == 0', 'None of their orders was placed in November or December.'),
    say(
      'holidayShare < 0.12 and holidayShareTimes <= 1.25',
      `The weeks before the holidays are not their time: only ${fact('holidayShare')} of their orders fall into November and December.`,
    ),
    say(
      'springShare >= 0.2 and springShare <= 0.28 and summerShare >= 0.2 and summerShare <= 0.28 and autumnShare >= 0.12 and autumnShare <= 0.21',
      'No time of the year stands out: they order all year round.',
    ),
  ],
  [
    say(
      'topMonthShare >= 0.25 and holidayShare < 0.25',
      `Their busiest month is ${fact('topMonth')}: ${fact('topMonthShare')} of their orders are placed in it.`,
    ),
    say(
      'springShare >= 0.4',
      `From March to May they are busiest: ${fact('springShare')} of their orders are placed in those three months.`,
    ),
    say(
      'summerShare >= 0.4',
      `June, July and August bring ${fact('summerShare')} of their orders.`,
    ),
    say(
      'autumnShare >= 0.3',
      `September and October bring ${fact('autumnShare')} of their orders, in two months of twelve.`,
    ),
  ],
  [
    say(
      'weekendShare >= 0.4 and weekendShareTimes >= 0.8',
      `They like to shop at the weekend: ${fact('weekendShare')} of their orders are placed on a Saturday or Sunday.`,
    ),
    say('weekendShare == 0', 'None of their orders was placed at the weekend.'),
    say(
      'weekendShare <= 0.18 and weekendShareTimes <= 1.25',
      `They order on working days, mostly; only ${fact('weekendShare')} of their orders are placed at the weekend.`,
    ),
    say(
      'topWeekdayShare >= 0.22',
      `One day of the week stands out: ${fact('topWeekday')}, with ${fact('topWeekdayShare')} of their orders.`,
    ),
  ],
];
