import { expect, test } from 'vitest';
import { MONTHS } from '#core/format/english-words.ts';
import { busiestMonth } from '#core/personas/busiest-month.ts';

const METHOD = 'Wilson score';
const rows = (shareOf: (month: string) => number) =>
  MONTHS.map((label) => {
    const share = shareOf(label);
    const interval = { low: share - 0.004, high: share + 0.004, level: 0.95, method: METHOD };
    return { label, share, interval };
  });

test('busiestMonth() does not name the month that the exports hold once more', () => {
  // Four Decembers and five Octobers: an October has 2.2% of the orders, a December 2.4%.
  const uneven = rows((month) =>
    month === 'October' ? 0.11 : month === 'December' ? 0.096 : 0.079,
  );
  expect(busiestMonth(uneven, { from: '2022-10-01', to: '2026-10-31' })).toBeUndefined();
  expect(busiestMonth(uneven, { from: '2022-11-01', to: '2026-10-31' })?.label).toBe('October');
});

test('busiestMonth() names a month whose lead is more than the exports give it', () => {
  const clear = rows((month) => (month === 'October' ? 0.25 : 0.068));
  const found = busiestMonth(clear, { from: '2022-10-01', to: '2026-10-31' });
  expect([found?.label, found?.share]).toEqual(['October', 0.25]);
});
