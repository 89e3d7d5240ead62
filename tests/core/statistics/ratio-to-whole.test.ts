import { expect, test } from 'vitest';
import { normalDeviate } from '#core/segmentation/random-deviates.ts';
import { seededRandom } from '#core/segmentation/seeded-random.ts';
import type { PairedSums } from '#core/statistics/ratio-of-sums-interval.ts';
import { ratioToWhole } from '#core/statistics/ratio-to-whole.ts';
import { studentQuantile } from '#core/statistics/student-quantile.ts';

interface Person {
  x: number;
  y: number;
  inPart: boolean;
}

function sumsOf(people: readonly Person[]): PairedSums {
  const sum = (value: (person: Person) => number): number =>
    people.reduce((total, person) => total + value(person), 0);
  return {
    n: people.length,
    sumX: sum(({ x }) => x),
    sumY: sum(({ y }) => y),
    sumXX: sum(({ x }) => x * x),
    sumYY: sum(({ y }) => y * y),
    sumXY: sum(({ x, y }) => x * y),
  };
}

function times(people: readonly Person[]): number {
  const part = sumsOf(people.filter(({ inPart }) => inPart));
  const all = sumsOf(people);
  return part.sumY / part.sumX / (all.sumY / all.sumX);
}

/** Two hundred people, eighty of them in the part: they buy more, with a spread. */
const random = seededRandom(7);
const people: Person[] = Array.from({ length: 200 }, (_, index) => {
  const inPart = index < 80;
  const x = 1 + random();
  return { x, y: x * (inPart ? 6 : 2) * (1 + 0.2 * normalDeviate(random)), inPart };
});
const found = ratioToWhole(sumsOf(people.filter(({ inPart }) => inPart)), sumsOf(people));

test('ratioToWhole() divides the ratio of the part by that of all', () => {
  expect(found?.times).toBeCloseTo(times(people), 12);
});

test('ratioToWhole() has the standard error of the jackknife, people of the part counted in both', () => {
  const logs = people.map((_, left) => Math.log(times(people.filter((_one, i) => i !== left))));
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  const squares = logs.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const jackknife = Math.sqrt(((logs.length - 1) / logs.length) * squares);
  const { low = 0, high = 0 } = found?.interval ?? {};
  const linearised = Math.log(high / low) / (2 * studentQuantile(0.975, 79));
  expect(linearised / jackknife).toBeGreaterThan(0.97);
  expect(linearised / jackknife).toBeLessThan(1.03);
});

test('ratioToWhole() of everybody is 1, without doubt', () => {
  const all = sumsOf(people);
  const same = ratioToWhole(all, all);
  expect(same?.times).toBe(1);
  expect(same?.interval?.low).toBeCloseTo(1, 6);
  expect(same?.interval?.high).toBeCloseTo(1, 6);
});

test('ratioToWhole() gives no interval for few people, and nothing where there is nothing', () => {
  const few = sumsOf(people.slice(0, 20));
  expect(ratioToWhole(few, sumsOf(people))).toMatchObject({ interval: null });
  expect(ratioToWhole({ ...few, sumY: 0 }, sumsOf(people))).toBeNull();
});
