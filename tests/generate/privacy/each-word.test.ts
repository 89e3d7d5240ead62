import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachWord } from '#generate/privacy/each-word.ts';

function wordsOf(text: string): [string, number, boolean][] {
  const words: [string, number, boolean][] = [];
  eachWord(text, (start, end, hasDigit) => words.push([text.slice(start, end), start, hasDigit]));
  return words;
}

/** The slow way that says what is meant. */
function wordsByPattern(text: string): [string, number, boolean][] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => [
    match[0],
    match.index,
    /\d/.test(match[0]),
  ]);
}

test.each(['', 'one', 'Zoë O’Brien-Vale, #1001', '𝒜nna 𝟙２3', 'a\ud835', '\udc9c b', 'é e\u0301'])(
  'eachWord() finds in %j what the pattern finds',
  (text) => {
    expect(wordsOf(text)).toEqual(wordsByPattern(text));
  },
);

test('eachWord() finds in any text what the pattern finds', () => {
  const letters = fc.constantFrom(
    'a',
    'É',
    '7',
    '٣',
    '-',
    ' ',
    '\n',
    '𝒜',
    '😀',
    '\u0301',
    '\ud835',
    '\udc9c',
  );
  fc.assert(
    fc.property(fc.array(letters), (some) => {
      const text = some.join('');
      expect(wordsOf(text)).toEqual(wordsByPattern(text));
    }),
  );
});
