import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zipFile } from '#scripts/pictures/zip-file.ts';
import { unzip } from './unzip.ts';

test('zipFile() gives files back as they were', async () => {
  const name = fc
    .stringMatching(/^[a-zé][a-z0-9é./-]{0,20}[a-z]$/)
    .filter((path) => !path.includes('..') && !path.includes('//'));
  const file = fc.record({ path: name, content: fc.uint8Array({ maxLength: 5000 }) });
  const files = fc.uniqueArray(file, { selector: ({ path }) => path, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(files, async (given) => {
      const found = await unzip(zipFile(given));
      expect(found.map(({ path }) => path)).toEqual(given.map(({ path }) => path));
      for (const [index, { content }] of found.entries()) {
        expect(new Uint8Array(content)).toEqual(given[index]?.content);
      }
    }),
    { numRuns: 50 },
  );
});

test('zipFile() gives the same bytes for the same files', () => {
  const files = [{ path: 'index.html', content: Buffer.from('<p>Hello</p>') }];
  expect(zipFile(files).equals(zipFile(files))).toBe(true);
});
