import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';
import {
  keepPreviousPersonas,
  readPersonaOverlaps,
} from '#generate/warehouse/features/persona-overlap.ts';

const FEATURE = {
  id: 'ordersPerYear',
  label: 'Orders a year',
  transform: 'identity' as const,
  mean: 0,
  standardDeviation: 1,
};
const BASELINE = {
  ...{ on: '2025-06-30', customers: 2, features: [] },
  groups: [{ id: 'socks', share: 1, radius: 1 }],
};

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
  // Buyers 1 and 2 were there at the fit; 2 has moved away since, 3 is new and alike, 4 is new and of another kind.
  await engine.run(
    `CREATE TABLE purchase_orders AS SELECT * FROM (VALUES
       (1, DATE '2025-01-01'), (1, DATE '2025-09-01'), (2, DATE '2025-06-30'), (3, DATE '2025-07-01'), (4, DATE '2025-07-01')
     ) t(buyer, placed_on)`,
  );
  await engine.run(
    'CREATE TABLE customer_features AS SELECT buyer, 0.0 AS feature_0 FROM range(1, 5) t(buyer)',
  );
  await engine.run(
    `CREATE TABLE buyer_personas AS SELECT * FROM (VALUES
       (1, 'socks', 0.5), (2, 'socks', 9.0), (3, 'socks', 1.0), (4, 'socks', 9.0)) t(buyer, persona, distance)`,
  );
});
afterAll(() => {
  engine.close();
});

it('keepPreviousPersonas() takes newcomers beyond the radius for nobody of before', async () => {
  await keepPreviousPersonas(engine, { features: [FEATURE] }, BASELINE);
  expect(await readPersonaOverlaps(engine)).toEqual([
    { before: 'socks', after: 'socks', shared: 3, beforeSize: 3, afterSize: 4 },
  ]);
});

it('keepPreviousPersonas() keeps everybody where nobody knows the radius', async () => {
  await keepPreviousPersonas(engine, { features: [FEATURE] }, null);
  expect(await readPersonaOverlaps(engine)).toMatchObject([{ shared: 4, beforeSize: 4 }]);
});
