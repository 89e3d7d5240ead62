import { expect, test } from 'vitest';
import { repositoryFiles, textOf } from './repository-files.ts';

const VALUE = /^export (?:async )?(?:function\*?|const|class) ([\w$]+)/gm;

const files = repositoryFiles()
  .filter((path) => /\.(?:ts|astro|js|mdx)$/.test(path))
  .map((path) => ({ path, text: textOf(path) ?? '' }));
/** By word, the files that hold it. */
const holders = new Map<string, Set<string>>();
for (const { path, text } of files) {
  for (const word of text.match(/[\w$]+/g) ?? []) {
    holders.set(word, (holders.get(word) ?? new Set()).add(path));
  }
}

test('no function, constant or class is exported that no other file names', () => {
  const values = files.flatMap(({ path, text }) =>
    [...text.matchAll(VALUE)].map(([, name = '']) => ({ path, name })),
  );
  expect(values.length).toBeGreaterThan(1000);
  const dead = values.filter(({ name }) => (holders.get(name)?.size ?? 0) < 2);
  expect(dead.map(({ path, name }) => `${path} ${name}`)).toEqual([]);
});
