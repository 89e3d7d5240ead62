import { expect, test } from 'vitest';
import { distinctPart } from '#core/personas/distinct-part.ts';

const channels = (...rows: [label: string, share: number | null, shareOfAll: number | null][]) => ({
  id: 'channels',
  label: 'Channels',
  base: 'orders',
  rows: rows.map(([label, share, shareOfAll]) => ({ label, share, shareOfAll, n: 50 })),
});
const times = (low: number, value: number) => ({
  times: value,
  interval: { low, high: value * 2, level: 0.95, method: 'test' },
});

test('distinctPart() prefers the part that sets people apart to the largest one', () => {
  const breakdown = channels(['web', 0.6, 0.56], ['phone', 0.34, 0.07], ['store', 0.06, 0.37]);
  const lifts = new Map([
    ['web', times(1.02, 1.07)],
    ['phone', times(4.2, 4.9)],
    ['store', times(0.1, 0.16)],
  ]);
  expect(distinctPart(breakdown, (label) => lifts.get(label) ?? null)).toEqual({
    label: 'phone',
    share: 0.34,
    n: 50,
    times: times(4.2, 4.9),
  });
});

test('distinctPart() takes a part that is most of them before a tiny one that nobody else has', () => {
  // 0.6 × ln 2 = 0.42 against 0.02 × ln 10 = 0.05
  const breakdown = channels(['web', 0.6, 0.3], ['fax', 0.02, 0.002]);
  const lifts = new Map([
    ['web', times(1.8, 2)],
    ['fax', times(6, 10)],
  ]);
  expect(distinctPart(breakdown, (label) => lifts.get(label) ?? null)?.label).toBe('web');
});

test.each([
  ['as large as with everybody', channels(['web', 0.56, 0.56]), times(1.001, 1.1)],
  ['larger by chance', channels(['phone', 0.2, 0.1]), times(0.9, 2)],
  ['in no known interval', channels(['phone', 0.2, 0.1]), { times: 2, interval: null }],
  ['hidden', channels(['phone', null, 0.1]), times(1.5, 2)],
  ['hidden among all', channels(['phone', 0.2, null]), times(1.5, 2)],
  ['everything else', channels(['Other', 0.2, 0.1]), times(1.5, 2)],
])('distinctPart() names no part that is %s', (_, breakdown, lift) => {
  expect(distinctPart(breakdown, () => lift)).toBeUndefined();
});
