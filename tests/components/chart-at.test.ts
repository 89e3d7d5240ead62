import { expect, test } from 'vitest';
import { personaChart } from '#components/chart-at.ts';
import type { PersonaEntry } from '#data/personas.ts';
import type { Portal } from '#data/portal.ts';
import { FactSchema } from '#core/schemas/fact.ts';
import { numberFact } from '../core/personas/build-fact.ts';

const portal = {
  formats: { locale: 'en-GB', currency: 'EUR', timeZone: 'UTC' },
} as unknown as Portal;
const part = (label: string, share: number | null, n: number) => ({
  ...{ label, share, n },
  shareOfAll: 0.2,
});

test('personaChart() gives each row of its table a passport of its own, in the order of the rows', () => {
  const rows = [part('Jeans', 0.2, 30), part('Boots', 0.7, 90), part('Hats', null, 0)];
  const breakdowns = [{ id: 'categories', label: 'Categories', base: 'what they paid', rows }];
  const facts = [numberFact('shareOfCustomers', 0.1)];
  const persona = { name: 'Any', figures: { facts, breakdowns } } as unknown as PersonaEntry;
  const table = personaChart(portal, persona, 'categories')?.table;
  expect(table?.rows.map(([label]) => label)).toEqual(['Boots', 'Jeans', 'Hats']);
  const passports = table?.passports ?? [];
  expect(passports.map((fact) => [fact?.label, fact?.value, fact?.n])).toEqual([
    ['Boots', 0.7, 90],
    ['Jeans', 0.2, 30],
    ['Hats', null, 0],
  ]);
  expect(passports[0]?.formula).toContain('“Boots” as a share of what they paid');
  expect(new Set(passports.map((fact) => fact?.id)).size).toBe(3);
  for (const fact of passports) expect(FactSchema.safeParse(fact).error).toBeUndefined();
});
