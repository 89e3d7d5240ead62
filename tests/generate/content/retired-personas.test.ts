import { expect, test } from 'vitest';
import { PRIVACY_RULES } from '#core/personas/withheld-shares.ts';
import { PersonaSchema, type Persona } from '#core/schemas/persona.ts';
import type { LineageEntry } from '#core/schemas/segmentation-history.ts';
import { retiredPersonas } from '#generate/content/retired-personas.ts';
import { numberFact, suppressedFact, textFact } from '../../core/personas/build-fact.ts';

const RETIRED: LineageEntry = {
  ...{ id: 'gone-shopper', bornOn: '2025-12-01', retiredOn: '2026-06-01' },
  events: [],
};
const interval = { low: 1.5, high: 2.5, level: 0.95, method: 'test' };
const STORED = PersonaSchema.parse({
  ...{ schemaVersion: 1, dataset: 'test', asOf: '2026-03-01', id: 'gone-shopper' },
  ...{ workingName: 'Gone Shopper', origin: 'segmentation', customers: 49 },
  facts: [
    numberFact('customers', 49, 'count'),
    numberFact('shareOfCustomers', 0.1),
    numberFact('averageOrderValue', 80, 'money'),
    numberFact('averageOrderValueTimes', 2, 'times'),
    numberFact('unitPrice', 40, 'money'),
    numberFact('repeatShare', 1 / 49),
    numberFact('returnRateTimes', 2, 'times'),
    { ...numberFact('daysBetweenOrders', 30, 'days'), n: 1 },
    textFact('topCategory', 'Jeans'),
  ],
  breakdowns: [
    {
      ...{ id: 'categories', label: 'Categories', base: 'paid' },
      rows: [{ label: 'Jeans', share: 0.9, shareOfAll: 0.4, n: 44 }],
    },
  ],
  distinguishing: [
    { fact: 'averageOrderValue', timesAverage: 2, interval, average: 40 },
    { fact: 'repeatShare', timesAverage: 0.1, interval, average: 0.2 },
  ],
});

/** What is kept of a Portrait whose last file was held to these rules, with a floor of today. */
function kept(privacy: Persona['privacy'], floor = 10, stored: Persona = STORED): Persona {
  const text = JSON.stringify({ ...stored, ...(privacy && { privacy }) });
  const present = {
    read: (path: string) => (path === 'personas/gone-shopper.json' ? text : null),
    paths: () => ['personas/gone-shopper.json'],
  };
  const [persona] = retiredPersonas([RETIRED], present, floor);
  if (!persona) throw new Error('Expected a retired Portrait');
  return PersonaSchema.parse(persona);
}

const told = ({ facts }: Persona): string[] =>
  facts.flatMap(({ id, status }) => (status === 'stale' ? [id] : []));

test('retiredPersonas() keeps every figure that was held to the rules of today', () => {
  const persona = kept({ rules: PRIVACY_RULES, floor: 10 });
  expect(told(persona)).toEqual(STORED.facts.map(({ id }) => id));
  expect(persona.breakdowns).toEqual(STORED.breakdowns);
  expect(persona.asOf).toBe('2026-03-01');
});

test.each([
  ['of before there was a mark', undefined, 10],
  ['of before the first rule', { rules: 0, floor: 10 }, 10],
  ['of a lower floor', { rules: PRIVACY_RULES, floor: 5 }, 10],
])('retiredPersonas() withholds what may tell of a few, %s', (_when, privacy, floor) => {
  const persona = kept(privacy, floor);
  expect(told(persona)).toEqual(['customers', 'shareOfCustomers', 'unitPrice']);
  for (const { status, n, reason } of persona.facts.map((fact) => ({ reason: '', ...fact }))) {
    if (status === 'suppressed') expect(n).toBe(0);
    else expect(n).toBe(49);
    expect(reason).toMatch(/retired on 2026-06-01; the figure is of|rules of privacy/);
  }
  expect(persona.breakdowns[0]?.rows).toEqual([
    { label: 'Jeans', share: null, shareOfAll: 0.4, n: 0 },
  ]);
  expect(persona.distinguishing).toEqual([]);
  // Once more changes nothing.
  expect(kept(persona.privacy, floor, persona)).toEqual(persona);
});

test('retiredPersonas() withholds averages that tell how many orders a handful placed, of before those were rounded', () => {
  const before = { rules: 1, floor: 10 };
  const facts = STORED.facts.map((fact) =>
    fact.id === 'repeatShare' ? suppressedFact('repeatShare') : fact,
  );
  const few = kept(before, 10, { ...STORED, facts });
  expect(told(few)).toEqual(['customers', 'shareOfCustomers', 'unitPrice']);
  expect(kept(before, 10, few)).toEqual(few);
  // It was told how many came back: they are as many as the floor.
  expect(told(kept(before))).toEqual(STORED.facts.map(({ id }) => id));
});

test('retiredPersonas() withholds everything of fewer people than the floor of today', () => {
  const persona = kept({ rules: PRIVACY_RULES, floor: 10 }, 50);
  expect(told(persona)).toEqual([]);
  expect(persona.customers).toBe(0);
});
