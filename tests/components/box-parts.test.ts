import { expect, test } from 'vitest';
import type { Boxes } from '#core/schemas/boxes.ts';
import type { PersonaEntry } from '#data/personas.ts';
import { boxParts } from '../../src/components/box-parts.ts';
import { numberFact } from '../core/personas/build-fact.ts';

function entry(id: string, isCore = false): PersonaEntry {
  return {
    ...{ id, isCore, name: `The ${id}`, essence: null, tone: 1 },
    ...{ figures: null, ofEverybody: null, story: null, document: null },
  };
}

const boxes: Boxes = {
  ...{ schemaVersion: 1, dataset: 'test', asOf: '2025-12-31' },
  period: { from: '2025-12-25', to: '2025-12-31' },
  facts: [
    numberFact('withoutPortrait', 0, 'count'),
    numberFact('ofNobodyKnown', 3, 'count'),
    numberFact('ordersOfGiver', 7, 'count'),
  ],
  parts: [{ persona: 'giver', fact: 'ordersOfGiver' }],
};
const personas = [entry('giver', true), entry('other')];
const formats = { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' };

test('boxParts() names each Portrait as people do, then what belongs to none; nothing that holds no order', () => {
  expect(
    boxParts({ boxes, personas, formats }).map(({ label, orders }) => [label, orders]),
  ).toEqual([
    ['The giver', 7],
    ['People we do not know', 3],
  ]);
});
