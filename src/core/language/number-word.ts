import { wordsOf, type Worded } from './words-of.ts';

/**
 * A whole number as a word – "nine". Definition: the words of the language file, up to the largest that reads better so.
 * A larger one: its digits.
 *
 * @example numberWord(9, {}) // => 'nine'
 * @example numberWord(40, {}) // => '40'
 */
export function numberWord(count: number, formats: Worded): string {
  const numbers: Readonly<Record<string, string>> = wordsOf(formats).numbers;
  return numbers[count] ?? String(count);
}
