import { expect, test } from 'vitest';
import type { Persona } from '#core/schemas/persona.ts';
import { personaDraft } from '#generate/content/persona-draft.ts';
import { numberFact, rangedFact } from '../../core/personas/build-fact.ts';

/** A Portrait in a week in which its orders came to so many times the average. */
function week(times: number): Persona {
  return {
    ...{ schemaVersion: 1, dataset: 'test', asOf: '2026-06-01', id: 'twice-yearly-shopper' },
    ...{ workingName: 'Twice Yearly Shopper', origin: 'segmentation', customers: 400 },
    ...{ breakdowns: [], distinguishing: [], averages: [] },
    facts: [
      numberFact('ordersPerYear', 2, 'perYear'),
      numberFact('repeatShare', 0.7),
      rangedFact('averageOrderValueTimes', times, [times - 0.1, times + 0.1]),
    ],
  };
}

const line = (text: string): string | undefined => /^essence: (.*)$/m.exec(text)?.[1];

test('personaDraft() keeps what the last draft said while it holds, run after run', () => {
  const large = 'Comes about twice a year, with large orders';
  let present: string | null = null;
  for (const times of [1.55, 1.48, 1.52, 1.41]) {
    present = personaDraft(week(times), present).text;
    expect(line(present)).toBe(large);
    // Nothing changed: nothing is written.
    expect(personaDraft(week(times), present).text).toBe(present);
  }
  present = personaDraft(week(1.39), present).text;
  expect(line(present)).toBe('Comes about twice a year');
  // By a hair above the limit again: what was dropped comes back when it is sure.
  present = personaDraft(week(1.42), present).text;
  expect(line(present)).toBe('Comes about twice a year');
  expect(line(personaDraft(week(1.51), present).text)).toBe(large);
});

test('personaDraft() drafts from the figures alone where there is no draft, or people have edited it', () => {
  const { text } = personaDraft(week(1.55), null);
  const alone = personaDraft(week(1.45), null).text;
  expect(line(alone)).toBe('Comes about twice a year');
  const edited = `${text}\nOurs.\n`;
  expect(personaDraft(week(1.45), edited).text).toBe(alone);
});
