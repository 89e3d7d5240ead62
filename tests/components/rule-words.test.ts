import { expect, test } from 'vitest';
import { ruleWords } from '../../src/components/rule-words.ts';

const formats = { locale: 'en-US', currency: 'USD', timeZone: 'UTC' };

test('ruleWords() says each condition with its limits, in its unit', () => {
  expect(
    ruleWords(
      [
        { label: 'Gift orders', unit: 'ratio', atLeast: 0.5 },
        { label: 'Spend a year', unit: 'money', atLeast: 100, atMost: 900 },
        { label: 'Items sent back', unit: 'ratio', atMost: 0.1 },
      ],
      formats,
    ),
  ).toMatchInlineSnapshot(`"gift orders at least 50%, and spend a year from $100 to $900, and items sent back at most 10%"`);
});

test('ruleWords() of no conditions is empty', () => {
  expect(ruleWords([], formats)).toBe('');
});
