import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filled, partsOf, wordIssues } from '#core/language/words.ts';

/** Groups whose texts are found by a role, a kind or a number, not by their own name. */
const FOUND_BY_KIND = new Set(
  (
    'roles roleHeadings clues axes rates ratesOfRecipients metrics amounts verdicts questions kinds findings grades decisions movements ' +
    'observations kpiQuestions playlists revenueUp revenueDown searchKinds searchAlike searchMost cardKinds timesMeasures figures sureness drift numbers ordinals'
  ).split(' '),
);

const FOLDER = 'src/core/language';
const read = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
const english = read('en.json');

describe('wordIssues()', () => {
  test.each(readdirSync(FOLDER).filter((name) => name.endsWith('.json')))(
    'finds nothing wrong with %s',
    (name) => {
      expect(wordIssues(read(name), english)).toEqual([]);
    },
  );

  test('names what lacks, what is unknown, what is empty and what has other places', () => {
    const found = { home: { title: '{people} Leute', extra: 'x' }, page: { skip: ' ' } };
    const expected = {
      home: { title: '{customers} people', asOf: 'As of {day}' },
      page: { skip: 'Skip' },
    };
    expect(wordIssues(found, expected)).toEqual([
      'home.title: found no {customers}; expected {customers}',
      'home.title: found {people}; expected no such place',
      'home.asOf: found no text; expected one for "As of {day}"',
      'page.skip: found no text; expected one for "Skip"',
      'home.extra: found a text that no page shows; expected one of the English keys',
    ]);
  });

  test('leaves it to a language which forms of a text with a number it has', () => {
    const expected = { orders: { one: '{count} order', other: '{count} orders' } };
    const polish = { one: 'jedno', few: '{count} zamówienia', other: '{count} zamówień' };
    expect(wordIssues({ orders: polish }, expected)).toEqual([]);
    expect(wordIssues({ orders: { other: '{count}注文' } }, expected)).toEqual([]);
    expect(wordIssues({ orders: { one: '{count}', few: '{n}' } }, expected)).toEqual([
      'orders.other: found no text; expected one for "{count} orders"',
      'orders.few: found {n}; expected no such place',
    ]);
    expect(wordIssues({ orders: { ...polish, dual: 'x' } }, expected)).toEqual([
      'orders.dual: found a text that no page shows; expected one of the English keys',
    ]);
  });

  test('refuses a file that is no object', () => {
    expect(wordIssues(null, { a: 'b' })).toHaveLength(1);
    expect(wordIssues(['b'], { a: 'b' })).toHaveLength(1);
  });
});

describe('en.json', () => {
  test('holds no text that no file of the site names', () => {
    const sources = globSync('src/**/*.{astro,ts}').map((path) => readFileSync(path, 'utf8'));
    const groups = Object.entries(english as Record<string, Record<string, string>>);
    const unused = groups.flatMap(([group, texts]) => {
      if (FOUND_BY_KIND.has(group)) return [];
      const near = sources.filter((source) => new RegExp(`\\b${group}\\b`).test(source));
      return Object.keys(texts)
        .filter((key) => !near.some((source) => new RegExp(`[.'"]${key}\\b`).test(source)))
        .map((key) => `${group}.${key}`);
    });
    expect(unused).toEqual([]);
  });
});

describe('filled()', () => {
  test('fills a place as often as it stands, and leaves an unknown one to be seen', () => {
    expect(filled('{a} and {a}, {b}', { a: 1 })).toBe('1 and 1, {b}');
  });
});

describe('partsOf()', () => {
  test('begins and ends with a text', () => {
    expect(partsOf('{a}{b}')).toEqual(['', 'a', '', 'b', '']);
  });
});

test('English speaks of one thing in the singular', () => {
  const ones = (words: unknown): string[] =>
    typeof words === 'object' && words !== null
      ? Object.entries(words).flatMap(([key, value]) =>
          key === 'one' && typeof value === 'string' ? [value] : ones(value),
        )
      : [];
  expect(
    ones(english).filter((text) => /\{\w+\} (smaller )?\w+s (are|have|were) /.test(text)),
  ).toEqual([]);
  expect(ones({ left: { one: '{count} smaller parts are in the table' } })).toHaveLength(1);
});
