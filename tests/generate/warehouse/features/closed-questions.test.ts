import { expect, test } from 'vitest';
import { CALL_QUESTIONS } from '#core/audiences/call-questions.ts';
import { createCanonicalTables } from '#generate/warehouse/canonical-tables.ts';
import { openEngine } from '#generate/warehouse/engine.ts';
import { readClosedQuestions } from '#generate/warehouse/features/closed-questions.ts';
import { insertRows } from '../../content/persona-shop.ts';

/** The answers that have a label of their own, with the people who gave them. */
async function labelsOf(
  question: string,
  answers: readonly string[],
  written: 'answer' | 'score alone' = 'answer',
): Promise<Record<string, number>> {
  const engine = await openEngine();
  try {
    await createCanonicalTables(engine);
    await engine.run(
      'CREATE TABLE buyers AS SELECT i AS buyer, i::VARCHAR AS customer FROM range(100) r(i)',
    );
    await engine.run('CREATE TABLE buyer_personas (buyer BIGINT, persona VARCHAR)');
    await insertRows(
      engine,
      'survey_responses',
      answers.map((answer, index) => ({
        customer: String(index),
        survey: 'Hero call',
        question,
        answer: written === 'answer' ? answer : null,
        score: /^\d+$/.test(answer) ? Number(answer) : null,
        answered_on: '2026-10-20',
      })),
    );
    const [found] = await readClosedQuestions(engine, 2);
    return Object.fromEntries(
      (found?.answers ?? []).map(({ label, people }) => [String(label), people.get(null) ?? 0]),
    );
  } finally {
    engine.close();
  }
}

test('readClosedQuestions() takes one answer for one however it is written', async () => {
  expect(
    await labelsOf('Did it fit?', [
      'Yes',
      'Yes',
      'Yes!',
      'yes ',
      'YES!',
      'yes.',
      'No',
      'No',
      'no ...',
    ]),
  ).toEqual({ Yes: 6, No: 3 });
});

test('readClosedQuestions() takes yes and no of a call with or without its reason', async () => {
  expect(
    await labelsOf(CALL_QUESTIONS.satisfied, [
      'Yes',
      'yes, very much so',
      'Yes; the box was lovely',
      'No',
      'No, it came late',
      'No - torn',
    ]),
  ).toEqual({ Yes: 3, No: 3 });
});

test('readClosedQuestions() takes no word for its first half', async () => {
  expect(
    await labelsOf(CALL_QUESTIONS.satisfied, [
      ...['Yes', 'Yes', 'No', 'No -torn', 'No- torn'],
      ...['No-one rang', 'No-one rang'],
    ]),
  ).toEqual({ Yes: 2, No: 3, 'No-one rang': 2 });
});

test('readClosedQuestions() keeps answers of a survey apart that begin alike', async () => {
  expect(
    await labelsOf('Will you come back?', [
      'Yes, soon',
      'Yes, soon',
      'Yes, next year',
      'Yes, next year',
      'No',
      'No',
    ]),
  ).toEqual({ 'Yes, soon': 2, 'Yes, next year': 2, No: 2 });
});

/** So many answers of each number. */
const scores = (counts: Record<number, number>): string[] =>
  Object.entries(counts).flatMap(([number, times]) => Array<string>(times).fill(number));

test('readClosedQuestions() takes up to eleven whole numbers for answers', async () => {
  expect(
    await labelsOf('How was the parcel, 1 to 10?', scores({ 3: 2, 5: 4, 6: 3, 8: 7, 9: 5, 10: 9 })),
  ).toEqual({ 3: 2, 5: 4, 6: 3, 8: 7, 9: 5, 10: 9 });
  const twelve = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [at, 3]));
  expect(await labelsOf('How many plants do you have?', scores(twelve))).toEqual({});
  const decimals = ['1.5', '2.5', '3.5', '4.5', '5.5', '6.5'].flatMap((one) => [one, one]);
  expect(await labelsOf('How many metres?', decimals)).toEqual({});
});

test('readClosedQuestions() tells who would recommend the shop in three groups', async () => {
  const question = 'How likely are you to recommend us to a friend?';
  const given = scores({ 0: 1, 5: 2, 6: 3, 7: 4, 8: 1, 9: 6, 10: 7 });
  expect(await labelsOf(question, given)).toEqual({
    '9 or 10 (promoters)': 13,
    '7 or 8 (passives)': 5,
    '0 to 6 (detractors)': 6,
  });
  expect(await labelsOf('Würden Sie uns weiterempfehlen?', given)).toHaveProperty([
    '9 or 10 (promoters)',
  ]);
  // A scale that ends at five has no such groups, nor has one on which something else is asked.
  expect(await labelsOf(question, scores({ 3: 4, 4: 5, 5: 6 }))).toEqual({ 3: 4, 4: 5, 5: 6 });
  expect(await labelsOf('Was it easy?', scores({ 8: 4, 9: 5 }))).toEqual({ 8: 4, 9: 5 });
});

test('readClosedQuestions() reads scores that no answer stands beside', async () => {
  expect(await labelsOf('Was it easy?', scores({ 8: 4, 10: 5 }), 'score alone')).toEqual({
    8: 4,
    10: 5,
  });
});
