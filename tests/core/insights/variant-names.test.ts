import fc from 'fast-check';
import { expect, test } from 'vitest';
import { variantNames } from '#core/insights/variant-names.ts';

const called = (...names: string[]) => variantNames(names.map((name) => ({ name, sentAt: null })));

test('variantNames() leaves a subject that fits as it is, on one line', () => {
  expect(called('Terminez votre achat', 'Steep on this —\n\na new tea ☕')).toEqual([
    'Terminez votre achat',
    'Steep on this — a new tea ☕',
  ]);
});

test('variantNames() cuts a long subject between words', () => {
  const [name] = called(
    'Your basket is waiting for you: everything you chose is still in stock, for now',
    'Short',
  );
  expect(name).toBe('Your basket is waiting for you: everything you chose is…');
});

test('variantNames() tells long subjects of one beginning by what follows it', () => {
  const start = 'Your basket is waiting for you and everything you chose is still';
  expect(called(`${start} here`, `${start} in stock`)).toEqual(['…here', '…in stock']);
});

test('variantNames() adds the time of sending to bare numbers that nothing else tells apart', () => {
  const at = (name: string, sentAt: string | null) => ({ name, sentAt });
  expect(
    variantNames([at('Combo 1', '2026-03-02 09:00'), at('Combo 2', '2026-03-02 17:00')]),
  ).toEqual(['Combo 1 (2026-03-02 09:00)', 'Combo 2 (2026-03-02 17:00)']);
  const same = '2026-03-02 09:00';
  expect(variantNames([at('Combo 1', same), at('Combo 2', same)])).toEqual(['Combo 1', 'Combo 2']);
  expect(variantNames([at('Push', '2026-03-02 09:00'), at('Serve', '2026-03-02 17:00')])).toEqual([
    'Push',
    'Serve',
  ]);
  expect(variantNames([at('A', null), at('B', same)])).toEqual(['A', 'B']);
});

test('variantNames() never gives two variants one name', () => {
  const words = fc.array(fc.constantFrom('basket', 'waiting', 'tea', 'a'), { maxLength: 30 });
  const subject = words.map((some) => some.join(' '));
  fc.assert(
    fc.property(fc.uniqueArray(subject, { minLength: 2, maxLength: 4 }), (names) => {
      expect(new Set(called(...names)).size).toBe(names.length);
    }),
  );
});
