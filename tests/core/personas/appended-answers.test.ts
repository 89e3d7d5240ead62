import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appendedAnswers, type AskedQuestion } from '#core/personas/appended-answers.ts';
import type { Appended } from '#core/schemas/persona.ts';
import { seededRandom } from '#core/segmentation/seeded-random.ts';

const FLOOR = 10;

/** People by answer: one row a Portrait, "" is of no Portrait; "*" stands for answers that too few gave. */
function asked(
  people: Record<string, Record<string, number>>,
  change: Partial<AskedQuestion> = {},
): AskedQuestion {
  const key = (name: string): string | null => (name === '' ? null : name);
  const labels = [...new Set(Object.values(people).flatMap((row) => Object.keys(row)))];
  return {
    question: 'Who lives in your household?',
    source: 'Yearly survey',
    period: null,
    isMultiple: false,
    answered: new Map(
      Object.entries(people).map(([name, row]) => [
        key(name),
        Object.values(row).reduce((sum, count) => sum + count, 0),
      ]),
    ),
    answers: labels.map((label) => ({
      label: label === '*' ? null : label,
      people: new Map(Object.entries(people).map(([name, row]) => [key(name), row[label] ?? 0])),
    })),
    ...change,
  };
}

function rowsOf(question: AskedQuestion, persona: string, hidden: string[] = []): Appended['rows'] {
  const personas = [...question.answered.keys()].filter((name) => name !== null);
  const [first] = appendedAnswers([question], personas, new Set(hidden), FLOOR).get(persona) ?? [];
  return first?.rows ?? [];
}

test('appendedAnswers() says more or less only where the interval excludes 1', () => {
  const question = asked({
    giver: { alone: 80, couple: 10, family: 10 },
    others: { alone: 100, couple: 101, family: 799 },
  });
  expect(rowsOf(question, 'giver').map(({ answer, status }) => [answer, status])).toEqual([
    ['alone', 'more'],
    ['couple', 'undecided'],
    ['family', 'less'],
  ]);
});

test('appendedAnswers() says of hundreds of answers that differ by chance alone that none does', () => {
  // Every answer is given by half of everybody; each Portrait's share of it is drawn from a binomial of 100 people.
  const random = seededRandom(7);
  const draw = (): number =>
    Array.from({ length: 100 }, () => random()).filter((one) => one < 0.5).length;
  const questions = Array.from({ length: 60 }, (_, at) => {
    const people = Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((name) => {
        const yes = draw();
        return [name, { yes, no: 100 - yes }];
      }),
    );
    return asked(people, { question: `Question ${at}` });
  });
  const rows = [
    ...appendedAnswers(questions, ['a', 'b', 'c', 'd'], new Set(), FLOOR).values(),
  ].flatMap((appended) => appended.flatMap((one) => one.rows));
  const beyondOne = rows.filter(
    ({ interval }) => interval && (interval.low > 1 || interval.high < 1),
  );
  // By their own intervals one in twenty would be a difference.
  expect(beyondOne.length).toBeGreaterThan(10);
  expect(rows.filter(({ status }) => status !== 'undecided')).toEqual([]);
});

test('appendedAnswers() asks more of an answer when many others are looked at', () => {
  const slight = asked({ giver: { yes: 62, no: 38 }, others: { yes: 500, no: 500 } });
  const alike = Array.from({ length: 40 }, (_, at) =>
    asked(
      { giver: { yes: 50, no: 50 }, others: { yes: 500, no: 500 } },
      { question: `Question ${at}` },
    ),
  );
  const statusOf = (questions: AskedQuestion[]) =>
    appendedAnswers(questions, ['giver', 'others'], new Set(), FLOOR).get('giver')?.[0]?.rows[0]
      ?.status;
  expect(statusOf([slight])).toBe('more');
  expect(statusOf([slight, ...alike])).toBe('undecided');
});

test('appendedAnswers() gives shares of those who answered, beside all who did', () => {
  const [row] = rowsOf(
    asked({ giver: { yes: 30, no: 10 }, others: { yes: 20, no: 140 } }),
    'giver',
  );
  expect(row).toMatchObject({ answer: 'yes', n: 30, share: 0.75, shareOfAll: 0.25, lift: 3 });
});

test('appendedAnswers() counts people of no Portrait among all', () => {
  const question = asked({ giver: { yes: 30, no: 10 }, '': { yes: 20, no: 140 } });
  expect(rowsOf(question, 'giver')[0]?.shareOfAll).toBe(0.25);
});

test('appendedAnswers() has nothing of a Portrait of which too few answered, nor of the next smallest', () => {
  const question = asked({
    tiny: { yes: 4, no: 4 },
    small: { yes: 15, no: 15 },
    large: { yes: 200, no: 300 },
  });
  expect(rowsOf(question, 'tiny')).toEqual([]);
  expect(rowsOf(question, 'small')).toEqual([]);
  expect(rowsOf(question, 'large')).toHaveLength(2);
});

test('appendedAnswers() has nothing of a hidden Portrait', () => {
  const question = asked({ giver: { yes: 30, no: 20 }, others: { yes: 200, no: 300 } });
  expect(rowsOf(question, 'giver', ['giver'])).toEqual([]);
});

test('appendedAnswers() suppresses a small cell and those that would give it away', () => {
  const question = asked({
    one: { a: 3, b: 40, c: 50 },
    two: { a: 20, b: 40, c: 50 },
    three: { a: 60, b: 70, c: 80 },
  });
  const hidden = ['one', 'two', 'three'].map((persona) =>
    rowsOf(question, persona).map(({ status }) => status === 'suppressed'),
  );
  expect(hidden).toEqual([
    [true, true, false],
    [true, true, false],
    [false, false, false],
  ]);
});

test('appendedAnswers() hides, where several answers can be given, also that nearly all gave one', () => {
  const question = asked(
    { giver: { tea: 57, coffee: 40 }, others: { tea: 100, coffee: 300 } },
    {
      isMultiple: true,
      answered: new Map([
        ['giver', 60],
        ['others', 400],
      ]),
    },
  );
  expect(rowsOf(question, 'giver').map(({ status }) => status === 'suppressed')).toEqual([
    true,
    false,
  ]);
});

test('appendedAnswers() names no answer that fewer than the floor gave', () => {
  const question = asked({
    giver: { yes: 30, no: 30, '*': 12 },
    others: { yes: 90, no: 90, '*': 12 },
  });
  expect(rowsOf(question, 'giver').map(({ answer }) => answer)).toEqual(['yes', 'no']);
});

describe('appendedAnswers() protects small cells', () => {
  const cell = fc.integer({ min: 0, max: 60 });
  const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 6 });

  test('no row and no column of what is shown leaves a single cell to subtract', () => {
    fc.assert(
      fc.property(table, (cells) => {
        const people = Object.fromEntries(
          cells.map(([a, b, c], index) => [`p${index}`, { a, b, c }]),
        );
        const rows = Object.keys(people).map((persona) => rowsOf(asked(people), persona));
        for (const row of rows) {
          for (const { n, status } of row) {
            if (status !== 'suppressed') expect(n === 0 || n >= FLOOR).toBe(true);
          }
          expect(row.filter(({ status }) => status === 'suppressed')).not.toHaveLength(1);
        }
      }),
      // A row of which all but one answer is empty.
      {
        examples: [
          [
            [
              [0, 5, 5],
              [0, 0, 10],
            ],
          ],
        ],
      },
    );
  });
});

test('appendedAnswers() hides beside a small answer rather what sets nobody apart', () => {
  // Two of the riders said "never"; another of their answers has to go with it.
  const question = asked({
    riders: { daily: 40, weekly: 50, never: 2 },
    others: { daily: 90, weekly: 300, never: 200 },
    more: { daily: 60, weekly: 200, never: 200 },
  });
  const hidden = rowsOf(question, 'riders').filter(({ status }) => status === 'suppressed');
  expect(hidden.map(({ answer }) => answer)).toEqual(['weekly', 'never']);
  expect(rowsOf(question, 'riders')[0]).toMatchObject({ answer: 'daily', status: 'more' });
});
