import { describe, expect, test } from 'vitest';
import { asSentence, plainText } from '#components/plain-text.ts';

const words = {
  fact: (address: string) => `[${address}]`,
  holds: () => true,
  name: (_: 'Persona' | 'Kpi', id: string) => id,
};

describe('plainText()', () => {
  test('plainText() ends headings and titles with a stop, and leaves those that have a mark', () => {
    const source = `## What we learned

People ask.

## Does it fit?

<Callout title="How sure we are">
  Not very.
</Callout>

## 72 %

<Fact is="aov" /> is *enough*.`;
    expect(plainText(source, words)).toBe(
      'What we learned. People ask. Does it fit? How sure we are. Not very. 72 %. [aov] is enough.',
    );
  });
});

test.each([
  ['', ''],
  ['Buys twice a year', 'Buys twice a year.'],
  ['Who?', 'Who?'],
  ['so “far”', 'so “far”.'],
  ['so far …', 'so far …'],
])('asSentence() ends %j as %j', (line, sentence) => {
  expect(asSentence(line)).toBe(sentence);
});
