import { expect, test } from 'vitest';
import { habitProblem, reliabilityOf } from '#core/segmentation/habit-problem.ts';

test.each([
  ['a habit', 3_593, 0.83, null],
  ['a habit of few', 5_000, 0.1, null],
  ['too few customers to tell', 99, 0, null],
  ['a share that is the same for all', 5_000, null, null],
  [
    'chance',
    5_000,
    0.084,
    "No habit: by one half of somebody's orders and by the other it is hardly more alike than by chance (correlation 0.08; 0.10 is needed)",
  ],
  [
    'chance just below zero',
    5_000,
    -0.004,
    "No habit: by one half of somebody's orders and by the other it is hardly more alike than by chance (correlation 0.00; 0.10 is needed)",
  ],
])('habitProblem() judges %s', (_, customers, correlation, problem) => {
  expect(habitProblem({ customers, correlation })).toBe(problem);
});

test.each([
  [3_593, 0.83, 0.83],
  [3_593, -0.02, 0],
  [99, 0.83, null],
  [3_593, null, null],
])(
  'reliabilityOf() %i customers with a correlation of %s is %s',
  (customers, correlation, reliability) => {
    expect(reliabilityOf({ customers, correlation })).toBe(reliability);
  },
);
