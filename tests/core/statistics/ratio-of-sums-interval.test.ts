import { expect, test } from 'vitest';
import { ratioOfSumsInterval, type PairedSums } from '#core/statistics/ratio-of-sums-interval.ts';
import { studentQuantile } from '#core/statistics/student-quantile.ts';
import { expectClose, referenceFigures } from './reference-figures.ts';

const reference = referenceFigures<PairedSums & { low: number; high: number }>('ratio');

test('ratioOfSumsInterval() has the standard error of R, on the log scale and with Student’s quantile', () => {
  const interval = ratioOfSumsInterval(reference);
  const ratio = reference.sumY / reference.sumX;
  const error = (reference.high - reference.low) / (2 * 1.959964);
  const reach = Math.exp((studentQuantile(0.975, reference.n - 1) * error) / ratio);
  expectClose(interval?.low, ratio / reach);
  expectClose(interval?.high, ratio * reach);
});

test('ratioOfSumsInterval() with x = 1 is the interval of a mean', () => {
  // 1 … 100: mean 50.5, standard error 29.0115 ÷ 10, qt(0.975, 99) = 1.984217.
  const interval = ratioOfSumsInterval({
    n: 100,
    sumX: 100,
    sumXX: 100,
    sumY: 5050,
    sumYY: 338_350,
    sumXY: 5050,
  });
  expect([interval?.low.toFixed(3), interval?.high.toFixed(3)]).toEqual(['45.059', '56.597']);
});

test('ratioOfSumsInterval() gives none for few people, or when a few of them decide', () => {
  expect(ratioOfSumsInterval({ ...reference, n: 29 })).toBeNull();
  expect(ratioOfSumsInterval({ ...reference, sumXX: reference.sumX ** 2 })).toBeNull();
  expect(ratioOfSumsInterval({ ...reference, sumY: 0 })).toBeNull();
});
