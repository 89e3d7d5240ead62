import { describe, expect, test } from 'vitest';
import { formatMeasurements, measure, ratioOf } from '#scripts/bench/measure.ts';

describe('formatMeasurements()', () => {
  test('compares lines of one run', () => {
    const all = [
      { name: 'scan', seconds: 0.5 },
      { name: 'reading', seconds: 2, comparedWith: 'scan' },
    ];
    expect(formatMeasurements(all)).toMatchInlineSnapshot(`
      "scan         0.50 s
      reading      2.00 s    4.0 × scan"
    `);
    expect(all.map((one) => ratioOf(one, all))).toEqual([null, 4]);
  });
});

describe('measure()', () => {
  test('runs as often as it is told and takes the shortest', async () => {
    let runs = 0;
    const { seconds } = await measure('waiting', 3, async () => {
      runs += 1;
      await new Promise((resolve) => setTimeout(resolve, runs === 2 ? 0 : 300));
    });
    expect(runs).toBe(3);
    expect(seconds).toBeLessThan(0.29);
  });
});
