import { expect, test } from 'vitest';
import { ratioOfSumsInterval, type PairedSums } from '#core/statistics/ratio-of-sums-interval.ts';
import { expectClose, referenceFigures } from './reference-figures.ts';

const reference = referenceFigures<PairedSums & { low: number; high: number }>('ratio');

test('ratioOfSumsInterval() agrees with R', () => {
  const interval = ratioOfSumsInterval(reference);
  expectClose(interval?.low, reference.low);
  expectClose(interval?.high, reference.high);
});

test('ratioOfSumsInterval() with x = 1 is the interval of a mean', () => {
  // 1 … 100: mean 50.5, standard error 29.0115 ÷ 10.
  const interval = ratioOfSumsInterval({
    n: 100,
    sumX: 100,
    sumXX: 100,
    sumY: 5050,
    sumYY: 338_350,
    sumXY: 5050,
  });
  expect([interval?.low.toFixed(3), interval?.high.toFixed(3)]).toEqual(['44.814', '56.186']);
});

test('ratioOfSumsInterval() gives none for few people, or when a few of them decide', () => {
  expect(ratioOfSumsInterval({ ...reference, n: 29 })).toBeNull();
  expect(ratioOfSumsInterval({ ...reference, sumXX: reference.sumX ** 2 })).toBeNull();
  expect(ratioOfSumsInterval({ ...reference, sumY: 0 })).toBeNull();
});
