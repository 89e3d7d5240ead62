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
        answer,
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
