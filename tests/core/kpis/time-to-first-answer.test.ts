import { expect, test } from 'vitest';
import { timeToFirstAnswer } from '#core/kpis/time-to-first-answer.ts';

/** Sixty answers after one hour, sixty after a day, one after a month. */
const minutes = [
  { value: 60, count: 60 },
  { value: 1440, count: 60 },
  { value: 43_200, count: 1 },
];

test('timeToFirstAnswer() is the median in hours, which one forgotten ticket does not move', () => {
  const measure = timeToFirstAnswer({ minutes, people: 100 }, 10);
  expect(measure).toMatchObject({ status: 'ok', value: 24, n: 121 });
  expect(measure.status === 'ok' && measure.interval).toMatchObject({ low: 1, high: 24 });
});

test('timeToFirstAnswer() says nothing of few people, and why there is nothing without answers', () => {
  expect(timeToFirstAnswer({ minutes, people: 9 }, 10).status).toBe('suppressed');
  expect(timeToFirstAnswer({ minutes: [], people: 0 }, 10)).toMatchObject({
    status: 'unavailable',
    reason: 'No answered tickets in this period',
  });
});
