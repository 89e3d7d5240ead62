import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { docExamples, undocumentedFunctions } from './doc-examples.ts';
import { repositoryFiles } from './repository-files.ts';

const files = [...repositoryFiles(), 'scripts/generate/content/content-json.ts'].filter(
  (path, index, all) =>
    all.indexOf(path) === index &&
    /^(?:src\/core\/|scripts\/generate\/content\/content-json).*\.ts$/.test(path),
);
const documented = files.flatMap((path) =>
  docExamples(path).map((example) => ({ path, ...example })),
);

test('every function that src/core exports has a comment and an example', () => {
  expect(files.length).toBeGreaterThan(200);
  expect(files.flatMap(undocumentedFunctions)).toEqual([]);
});

test.each(documented)('$symbol() gives what its example says: $expression', async (example) => {
  const module = (await import(pathToFileURL(resolve(example.path)).href)) as object;
  // The one foreign type that examples are written with.
  const names = { Matrix, ...module };
  expect(example.expected).not.toBe('');
  const found = evaluate(example.expression, names);
  const expected = evaluate(example.expected, names);
  expect(rounded(found)).toEqual(rounded(expected));
});

/** Doc comments are our own code: they may be run, with the file's exports by their names. */
function evaluate(expression: string, names: Record<string, unknown>): unknown {
  const run = new Function(
    ...Object.keys(names),
    `'use strict'; return (${expression.replace(/;$/, '')});`,
  );
  return run(...Object.values(names)) as unknown;
}

/** Examples show a handful of digits. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number')
    return Number.isFinite(value) ? Number(value.toPrecision(4)) : value;
  if (Array.isArray(value)) return value.map(rounded);
  if (ArrayBuffer.isView(value))
    return Array.from(value as unknown as ArrayLike<number>).map(rounded);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, rounded(entry)]));
  }
  return value;
}
