import { expect, test } from 'vitest';
import { editedOwner } from '../../src/editor/edited-owner.ts';
import { addressesFor } from '../../src/editor/editor-names.ts';
import { editor } from '../../src/editor/editor.ts';

test('editor() adds nothing to a build', async () => {
  expect(process.argv).not.toContain('dev');
  expect(await editor()).toEqual([]);
});

test.each([
  ['/keystatic/collection/personas/item/careful-giver', 'personas/careful-giver'],
  ['/keystatic/collection/kpis/item/net-revenue/', 'kpis/net-revenue'],
  ['/keystatic/collection/personas/create', ''],
  ['/keystatic', ''],
])('editedOwner() of %s is "%s"', (pathname, owner) => {
  expect(editedOwner(pathname)).toBe(owner);
});

test("addressesFor() gives the page's own ids bare and first, the others with their owner", () => {
  const facts = { 'personas/a': ['customers'], 'personas/b': ['customers', 'yearlySpend'] };
  expect(addressesFor('personas/b', facts)).toEqual([
    'customers',
    'yearlySpend',
    'personas/a#customers',
  ]);
  expect(addressesFor('', facts)).toHaveLength(3);
});
