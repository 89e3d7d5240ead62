import { expect, test } from 'vitest';
import { searchWords, stem } from '#core/search/search-words.ts';
import { isOneTypoApart } from '#core/search/word-matcher.ts';
import { benchLearnings } from '#scripts/bench/search-learnings.ts';

const { learnings, questions } = benchLearnings(300, 60);

test('benchLearnings() gives the same learnings and questions for the same seed, and others for another', () => {
  expect(benchLearnings(300, 60)).toEqual({ learnings, questions });
  expect(benchLearnings(300, 60, 7).learnings).not.toEqual(learnings);
});

test('benchLearnings() writes texts of 400 words under titles of their own', () => {
  expect(new Set(learnings.map(({ title }) => title)).size).toBe(300);
  for (const { text } of learnings) {
    const words = text.split(' ').length;
    expect(words).toBeGreaterThanOrEqual(400);
    expect(words).toBeLessThan(430);
  }
});

test('benchLearnings() draws words by Zipf’s law: few are everywhere, half of them are rare', () => {
  const counts = new Map<string, number>();
  for (const { text } of learnings) {
    for (const { word } of searchWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const falling = [...counts.values()].sort((one, other) => other - one);
  const all = falling.reduce((sum, count) => sum + count, 0);
  expect(falling.slice(0, 20).reduce((sum, count) => sum + count, 0) / all).toBeGreaterThan(0.25);
  expect(falling.filter((count) => count <= 10).length / falling.length).toBeGreaterThan(0.5);
});

test('benchLearnings() asks exactly with words of the page, and mistypes one word by one typo', () => {
  const byId = new Map(learnings.map((learning) => [learning.id, learning]));
  for (const { kind, ask, first } of questions) {
    const page = byId.get(first);
    const known = searchWords(`${page?.title ?? ''} ${page?.text ?? ''}`).map(({ word }) => word);
    const asked = searchWords(ask).map(({ word }) => word);
    const unknown = asked.filter((word) => !known.includes(word));
    if (kind === 'exact') expect(unknown, ask).toEqual([]);
    if (kind === 'mistyped') {
      expect(unknown.length, ask).toBeLessThanOrEqual(1);
      for (const word of unknown) {
        expect(
          known.some((one) => isOneTypoApart(word, one)),
          ask,
        ).toBe(true);
      }
    }
    if (kind === 'inflected') {
      const stems = new Set(known.map(stem));
      const forms = asked.filter((word) => stems.has(stem(word)));
      expect(forms.length, ask).toBeGreaterThanOrEqual(1);
    }
  }
});
