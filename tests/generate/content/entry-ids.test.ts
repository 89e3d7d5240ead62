import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EntryIdSchema } from '#core/schemas/identifiers.ts';
import { EntryIds, slug } from '#generate/content/entry-ids.ts';

test.each([
  ['Net revenue', 'net-revenue'],
  ['../../x', 'x'],
  ['<script>alert(1)</script>', 'script-alert-1-script'],
  ['Crème & Café', 'creme-cafe'],
  ['顧客', ''],
])('slug(%j) is %j', (name, expected) => {
  expect(slug(name)).toBe(expected);
});

test('EntryIds.take() gives valid, different ids to any names', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'binary' }), { maxLength: 20 }), (names) => {
      const ids = new EntryIds('campaign');
      const taken = names.map((name) => ids.take(name, '2025-05'));
      expect(new Set(taken).size).toBe(names.length);
      for (const id of taken) expect(EntryIdSchema.safeParse(id).success).toBe(true);
    }),
  );
});

test('EntryIds.take() leaves reserved ids alone', () => {
  expect(new EntryIds('kpi', ['net-revenue']).take('Net revenue')).toMatch(
    /^net-revenue-[0-9a-f]{8}$/,
  );
});
