import { expect, test } from 'vitest';
import { queryEcho } from '#core/search/query-echo.ts';

test('queryEcho() repeats a question as it was typed', () => {
  expect(queryEcho('who sends back what does not fit?')).toBe('who sends back what does not fit?');
});

test('queryEcho() ends a long one after a whole word', () => {
  expect(queryEcho('lorem '.repeat(200))).toBe(`${'lorem '.repeat(9)}lorem …`);
});

test('queryEcho() cuts a word that is longer than the line', () => {
  expect(queryEcho('x'.repeat(1200))).toBe(`${'x'.repeat(60)} …`);
});
