import { expect, test } from 'vitest';
import { orderPersistence, persistenceProblem } from '#core/segmentation/order-persistence.ts';

test('orderPersistence() gives cohen_kappa_score of scikit-learn 1.2.1', () => {
  // cohen_kappa_score over 40 a-a, 15 a-b, 5 a-c, 10 b-a, 60 b-b, 12 b-c, 3 c-a, 9 c-b, 46 c-c
  const found = orderPersistence([
    { first: 'a', second: 'a', customers: 40 },
    { first: 'a', second: 'b', customers: 15 },
    { first: 'a', second: 'c', customers: 5 },
    { first: 'b', second: 'a', customers: 10 },
    { first: 'b', second: 'b', customers: 60 },
    { first: 'b', second: 'c', customers: 12 },
    { first: 'c', second: 'a', customers: 3 },
    { first: 'c', second: 'b', customers: 9 },
    { first: 'c', second: 'c', customers: 46 },
  ]);
  expect(found?.customers).toBe(200);
  expect(found?.agreement).toBe(0.73);
  expect(found?.kappa).toBeCloseTo(0.5890098180987898, 12);
});

test('orderPersistence() is 0 when everybody falls into one group', () => {
  expect(orderPersistence([{ first: 'a', second: 'a', customers: 500 }])?.kappa).toBe(0);
});

test('orderPersistence() says nothing of fewer than 100 customers', () => {
  expect(orderPersistence([{ first: 'a', second: 'b', customers: 99 }])).toBeNull();
});

test('persistenceProblem() speaks up below a kappa of 0.5', () => {
  const persistence = { customers: 400, agreement: 0.3, chance: 0.25, kappa: 0.5 };
  expect(persistenceProblem(persistence)).toBeNull();
  expect(persistenceProblem({ ...persistence, kappa: 0.49 })).toContain(
    '30 of 100 fall into the same group, and 25 would by chance',
  );
});
