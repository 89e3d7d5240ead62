import { expect, test } from 'vitest';
import { partShares } from '#core/personas/part-share.ts';
import { FactSchema } from '#core/schemas/fact.ts';
import { numberFact } from './build-fact.ts';

const passport = numberFact('customers', 40, 'count');
const row = (label: string, share: number | null, n = 20) => ({ label, share, shareOfAll: 0.5, n });

test('partShares() has a fact for each row, with its own people and what it is a share of', () => {
  const [web, phone] = partShares(passport, {
    id: 'channels',
    base: 'orders with a known channel',
    rows: [row('web', 0.4, 17), row('phone', null, 0)],
  }).map((fact) => FactSchema.parse(fact));
  expect(web).toMatchObject({
    ...{ id: 'channels0', label: 'web', unit: 'ratio', status: 'ok', value: 0.4, n: 17 },
    ...{ period: passport.period, asOf: passport.asOf, sources: passport.sources },
    formula: '“web” as a share of orders with a known channel; beside it the same of all customers',
  });
  expect(phone).toMatchObject({ id: 'channels1', status: 'unavailable', value: null, n: 0 });
});
