import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import english from '#core/language/en.json' with { type: 'json' };
import { wordIssues } from '#core/language/words.ts';
import { examples, formats } from '../charts/chart-examples.ts';
import { pseudoWords } from './pseudo-words.ts';
import { outside, unmarkedTexts } from './unmarked-texts.ts';

const pseudo = pseudoWords(english);

describe('pseudoWords()', () => {
  test('leaves places alone, and brackets every text between them', () => {
    expect(pseudoWords({ a: 'As of {day}.', b: { one: '{count} order' } })).toEqual({
      a: '[As ofen] {day}.',
      b: { one: '{count} [orderen]' },
    });
  });

  test('makes a language file with nothing wrong', () => {
    expect(wordIssues(pseudo, english)).toEqual([]);
  });
});

describe('unmarkedTexts()', () => {
  test('finds what stands outside of brackets, in texts and in attributes, and nobody wrote', () => {
    const html =
      '<p>[Figures as of]&#32;5 May; late <b>Ada</b></p><img alt="A face" class="face wide">';
    expect(unmarkedTexts(html, 'ada may')).toEqual(['late', 'A face']);
  });
});

describe('charts', () => {
  const given = readFileSync('tests/core/charts/chart-examples.ts', 'utf8').toLowerCase();

  test.each(Object.entries(examples))('%s says nothing of its own', (_, chart) => {
    const { description, caption, table, spec } = chart({
      ...formats,
      language: 'qps',
      words: pseudo,
    });
    const texts = [description, caption, ...table.columns, ...table.rows.flat(), ...drawn(spec)];
    expect(texts.join()).toContain('[');
    expect(texts.flatMap(outside).filter((text) => !isGiven(text))).toEqual([]);
  });

  /** From the request, from `Intl`, or the name of an export. */
  function isGiven(text: string): boolean {
    const isDate = !Number.isNaN(Date.parse(`1 ${text} 2026`));
    return (
      isDate || [given, given.replaceAll('-', ' ')].some((one) => one.includes(text.toLowerCase()))
    );
  }

  /** The words of a picture: they stand in its datasets. */
  function drawn(spec: Readonly<Record<string, unknown>>): string[] {
    const rows = Object.values(
      spec['datasets'] as Record<string, Record<string, unknown>[]>,
    ).flat();
    return rows.flatMap(({ text, label, figure }) =>
      [text, label, figure].filter((one) => typeof one === 'string'),
    );
  }
});
