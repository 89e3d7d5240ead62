import { expect, test } from 'vitest';
import { contentJson } from '#generate/content/content-json.ts';

test.each([
  [
    'sorted keys',
    { b: 1, a: { d: 1, c: 2 } },
    '{\n  "a": {\n    "c": 2,\n    "d": 1\n  },\n  "b": 1\n}\n',
  ],
  ['ten significant digits', [0.1 + 0.2, 1234567.891234], '[\n  0.3,\n  1234567.891\n]\n'],
  ['whole numbers as they are', [12345678901234], '[\n  12345678901234\n]\n'],
  ['no negative zero', [-0, -1e-400], '[\n  0,\n  0\n]\n'],
  ['no undefined entries', { a: undefined, b: null }, '{\n  "b": null\n}\n'],
])('contentJson() writes %s', (_, value, text) => {
  expect(contentJson(value)).toBe(text);
});

test.each([NaN, Infinity, -Infinity])('contentJson() refuses %s', (value) => {
  expect(() => contentJson({ value })).toThrow(TypeError);
});
