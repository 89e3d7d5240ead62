import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kaplanMeierAt } from '#core/statistics/kaplan-meier-at.ts';
import { wilsonInterval } from '#core/statistics/wilson-interval.ts';
import { expectClose, referenceFigures } from './reference-figures.ts';

interface Survival {
  days: number[];
  events: number[];
  censored: number[];
  at: number;
  share: number;
  low: number;
  high: number;
}

const count = fc.nat(9);
const followUps = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 120 }), count, count), {
    selector: ([days]) => days,
    minLength: 1,
  })
  .map((rows) => rows.map(([days, events, censored]) => ({ days, events, censored })));

test.each(referenceFigures<Survival[]>('survival'))(
  'kaplanMeierAt() agrees with R survfit at day $at',
  ({ days, events, censored, at, share, low, high }) => {
    const estimate = kaplanMeierAt(
      days.map((day, i) => ({ days: day, events: events[i] ?? 0, censored: censored[i] ?? 0 })),
      at,
    );
    expectClose(estimate?.eventShare, share);
    expectClose(estimate?.interval.low, low);
    expectClose(estimate?.interval.high, high);
  },
);

test('kaplanMeierAt() is the plain share when nobody is censored early', () => {
  const estimate = kaplanMeierAt(
    [
      { days: 3, events: 20, censored: 0 },
      { days: 200, events: 5, censored: 75 },
    ],
    90,
  );
  expect(estimate).toMatchObject({ n: 100, events: 20 });
  expect(estimate?.eventShare).toBeCloseTo(0.2, 12);
});

test('kaplanMeierAt() is null when nobody was watched long enough', () => {
  expect(kaplanMeierAt([{ days: 40, events: 2, censored: 50 }], 90)).toBeNull();
  expect(kaplanMeierAt([], 90)).toBeNull();
});

test('kaplanMeierAt() is null when the last one watched had the event, and others were lost from sight', () => {
  const lost = [
    { days: 30, events: 2, censored: 97 },
    { days: 40, events: 1, censored: 0 },
  ];
  expect(kaplanMeierAt(lost, 365)).toBeNull();
  expect(kaplanMeierAt(lost, 30)?.eventShare).toBeCloseTo(0.02, 12);
});

test('kaplanMeierAt() falls back to Wilson when nobody, or everybody, had the event', () => {
  expect(kaplanMeierAt([{ days: 90, events: 0, censored: 40 }], 90)?.interval).toEqual(
    wilsonInterval(0, 40),
  );
  expect(kaplanMeierAt([{ days: 5, events: 40, censored: 0 }], 90)).toMatchObject({
    eventShare: 1,
    interval: wilsonInterval(40, 40),
  });
});

test('kaplanMeierAt() lies inside its interval and does not depend on the order of days', () => {
  fc.assert(
    fc.property(followUps, (rows) => {
      const estimate = kaplanMeierAt(Object.freeze(rows), 90);
      expect(kaplanMeierAt([...rows].reverse(), 90)).toEqual(estimate);
      if (!estimate) return;
      expect(estimate.interval.low).toBeLessThanOrEqual(estimate.eventShare + 1e-12);
      expect(estimate.interval.high).toBeGreaterThanOrEqual(estimate.eventShare - 1e-12);
    }),
  );
});
