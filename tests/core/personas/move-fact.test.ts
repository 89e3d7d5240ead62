import { expect, test } from 'vitest';
import { moveFact } from '#core/personas/movement-facts.ts';
import { FactSchema } from '#core/schemas/fact.ts';
import { numberFact, suppressedFact } from './build-fact.ts';

test('moveFact() is a part of all who moved, in their days and by their formula', () => {
  const all = numberFact('movedIn', 45, 'count');
  const fact = FactSchema.parse(moveFact([all], 'movedIn', 'Came from the Saver', 20));
  expect(fact).toMatchObject({ label: 'Came from the Saver', unit: 'count', value: 20, n: 20 });
  expect([fact.period, fact.formula]).toEqual([all.period, all.formula]);
});

test('moveFact() can be said where all who moved are hidden, and not where nobody was followed', () => {
  expect(moveFact([suppressedFact('movedOut')], 'movedOut', 'Went to the Saver', 20)).toMatchObject(
    { status: 'ok', value: 20 },
  );
  expect(moveFact([], 'movedOut', 'Went to the Saver', 20)).toBeNull();
});
