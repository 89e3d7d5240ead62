import { expect, test } from 'vitest';
import { PersonaSchema, type Persona } from '#core/schemas/persona.ts';
import { tellingFact } from '../../src/components/telling-fact.ts';

const head = {
  label: 'Any',
  unit: 'ratio' as const,
  n: 100,
  period: { from: '2025-01-01', to: '2025-12-31' },
  asOf: '2025-12-31',
  sources: ['orders'],
  formula: 'Any',
};

/** A Portrait by how many times everybody's figure its own figures are, strongest difference first. */
function portrait(timesAverage: Record<string, number>, suppressed: string[] = []): Persona {
  const ids = [...Object.keys(timesAverage), 'shareOfRevenue'];
  return PersonaSchema.parse({
    schemaVersion: 1,
    dataset: 'sample',
    asOf: '2025-12-31',
    id: 'any',
    workingName: 'Any',
    customers: 100,
    origin: 'segmentation',
    breakdowns: [],
    facts: ids.map((id) =>
      suppressed.includes(id)
        ? { ...head, id, status: 'suppressed', value: null, reason: 'Fewer than 10 customers' }
        : { ...head, id, status: 'ok', value: 0.5 },
    ),
    distinguishing: Object.entries(timesAverage).map(([fact, times]) => ({
      fact,
      timesAverage: times,
    })),
  });
}

test('tellingFact() is the figure that lies most above everybody, however far others lie below', () => {
  const figures = portrait({ giftShare: 0.1, ordersPerYear: 2.5, returnRate: 3.5 });
  expect(tellingFact({ figures })?.id).toBe('returnRate');
});

test('tellingFact() passes over figures that cannot be shown', () => {
  const figures = portrait({ ordersPerYear: 2.5, returnRate: 3.5 }, ['returnRate']);
  expect(tellingFact({ figures })?.id).toBe('ordersPerYear');
});

test('tellingFact() is the share of revenue where nothing lies above everybody', () => {
  expect(tellingFact({ figures: portrait({ giftShare: 0.1 }) })?.id).toBe('shareOfRevenue');
});

test('tellingFact() is nothing without figures', () => {
  expect(tellingFact({ figures: null })).toBeNull();
});
