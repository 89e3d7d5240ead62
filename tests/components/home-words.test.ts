import { expect, test } from 'vitest';
import english from '#core/language/en.json' with { type: 'json' };
import { homeWords } from '../../src/components/home-words.ts';

test.each([
  [{ portraits: 0, hints: 0, learnings: 0 }, '100 people, and we are getting to know them'],
  [{ portraits: 3, hints: 3, learnings: 0 }, '100 people, and first hints of who they are'],
  [{ portraits: 3, hints: 1, learnings: 0 }, '100 people, and who they are'],
  [{ portraits: 0, hints: 0, learnings: 1 }, '100 people, and what they taught us'],
])('homeWords() promises what there is: %o', (contents, title) => {
  expect(homeWords({ customers: '100', ...contents }, english).title).toBe(title);
});

test('homeWords() calls hints what they are, however many learnings there are', () => {
  const words = homeWords({ customers: '100', portraits: 2, hints: 2, learnings: 5 }, english);
  expect(words.standfirst).toContain('first hints');
  expect(words.standfirst).not.toContain('These are the kinds of customers');
});

test('homeWords() counts nobody before the first run', () => {
  const words = homeWords({ customers: null, portraits: 0, hints: 0, learnings: 0 }, english);
  expect(words.title).toBe('Who is in the box today?');
});
