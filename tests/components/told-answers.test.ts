import { expect, test } from 'vitest';
import type { Appended } from '#core/schemas/persona.ts';
import { toldAnswers } from '../../src/components/told-answers.ts';

type Row = Appended['rows'][number];

function row(answer: string, share: number, low: number, high: number): Row {
  const status = low > 1 ? 'more' : high < 1 ? 'less' : 'undecided';
  const interval = { low, high, level: 0.95, method: 'MOVER-R' };
  return { answer, share, shareOfAll: 0.2, lift: (low + high) / 2, interval, n: 50, status };
}

function asked(question: string, ...rows: Row[]): Appended {
  return { question, source: 'Yearly survey', n: 100, nOfAll: 1000, period: null, rows };
}

test('toldAnswers() takes the strongest answer of each question, what is said more often first', () => {
  const told = toldAnswers([
    asked('home', row('village', 0.05, 0.2, 0.5)),
    asked('work', row('retired', 0.6, 2.5, 3.5), row('student', 0.3, 1.2, 1.8)),
    asked('age', row('65 and older', 0.7, 3, 4)),
  ]);
  expect(told.map(({ row: { answer } }) => answer)).toEqual(['65 and older', 'retired', 'village']);
});

test('toldAnswers() says nothing that the interval leaves open or that hardly anybody said', () => {
  expect(
    toldAnswers([
      asked('work', row('retired', 0.4, 0.9, 2)),
      asked('age', row('18 to 24', 0.03, 1.2, 6)),
    ]),
  ).toEqual([]);
});

test('toldAnswers() makes no headline of what nobody said', () => {
  const told = toldAnswers([
    asked('where', row('every day', 0, 0, 0.1), row('at the weekend', 0.1, 0.3, 0.6)),
    asked('why', row('for work', 0, 0, 0.1)),
  ]);
  expect(told.map(({ row: { answer } }) => answer)).toEqual(['at the weekend']);
});

test('toldAnswers() takes the answer that most gave of several that set them apart as far', () => {
  const rows = [
    row('35-44', 0.51, 2, 2.7),
    row('45-54', 0.49, 2.1, 2.8),
    row('18-24', 0.2, 1.1, 1.5),
  ];
  const told = toldAnswers([asked('age', ...rows)]);
  expect(told.map(({ row: { answer } }) => answer)).toEqual(['35-44']);
});
