import { expect, test } from 'vitest';
import { numberFact, suppressedFact } from '../core/personas/build-fact.ts';
import { meantByRule, ruleWords } from '../../src/components/rule-words.ts';

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
  ).toMatchInlineSnapshot(
    `"gift orders at least 50%, and spend a year from $100 to $900, and items sent back at most 10%"`,
  );
});

test('meantByRule() says whose the figures are, a sentence each', () => {
  const rule = [{ label: 'Gift orders', unit: 'ratio' as const, atLeast: 0.5 }];
  expect(meantByRule({ rule, facts: [numberFact('giftShare', 0.8)] }, formats)).toBe(
    'Customers by a rule: gift orders at least 50%. The figures are theirs.',
  );
  expect(meantByRule({ rule, facts: [suppressedFact('giftShare')] }, formats)).toBe(
    'Customers by a rule: gift orders at least 50%.',
  );
});

test('ruleWords() of no conditions is empty', () => {
  expect(ruleWords([], formats)).toBe('');
});
