import { wordsOf, type Worded } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Appended } from '#core/schemas/persona.ts';
import { wilsonInterval } from '#core/statistics/wilson-interval.ts';
import type { Fact } from '#core/schemas/fact.ts';

/** What every fact of the Portrait's page says alike. */
type Passport = Pick<Fact, 'period' | 'asOf'>;

/**
 * Share of an answer – how many of a Portrait's customers who were asked gave it. Definition: customers of the Portrait
 * with this answer ÷ its customers who answered the question. Source: the survey, or the tool that brought the trait.
 * Interval: `wilsonInterval`. Empty case: a suppressed answer is a suppressed fact.
 *
 * @param passport of the Portrait's other facts; the answers' own days come before its period
 * @example answerFact({ question: 'Why us?', source: 'survey', n: 0, nOfAll: 9, period: null, rows: [] }, { answer: 'Quality', share: null, shareOfAll: null, lift: null, interval: null, n: 0, status: 'suppressed' }, { period: { from: '2026-01-01', to: '2026-03-31' }, asOf: '2026-03-31', sources: [] }).status // => 'suppressed'
 */
export function answerFact(
  asked: Appended,
  row: Appended['rows'][number],
  passport: Passport,
  formats: Worded = {},
): Fact {
  const { derived } = wordsOf(formats);
  const head: Omit<Fact, 'n' | 'status' | 'value' | 'interval' | 'reason'> = {
    id: 'answerShare',
    label: filled(derived.answer, { answer: row.answer, question: asked.question }),
    unit: 'ratio',
    period: asked.period ?? passport.period,
    asOf: passport.asOf,
    sources: [asked.source],
    formula: derived.answerFormula,
  };
  return row.share === null
    ? { ...head, n: 0, status: 'suppressed', value: null, reason: derived.answerFew }
    : {
        ...head,
        n: asked.n,
        counted: 'answers',
        status: 'ok',
        value: row.share,
        interval: wilsonInterval(row.n, asked.n),
      };
}
