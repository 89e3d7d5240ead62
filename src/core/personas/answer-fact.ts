import type { Appended } from '#core/schemas/persona.ts';
import type { Fact } from '#core/schemas/fact.ts';

/** What every fact of the Portrait's page says alike. */
type Passport = Pick<Fact, 'period' | 'asOf'>;

/**
 * Share of an answer – how many of a Portrait's customers who were asked gave it. Definition: customers of the Portrait
 * with this answer ÷ its customers who answered the question. Source: the survey, or the tool that brought the trait.
 * Empty case: a suppressed answer is a suppressed fact.
 *
 * @param passport of the Portrait's other facts; the answers' own days come before its period
 */
export function answerFact(
  asked: Appended,
  row: Appended['rows'][number],
  passport: Passport,
): Fact {
  const head: Omit<Fact, 'n' | 'status' | 'value' | 'interval' | 'reason'> = {
    id: 'answerShare',
    label: `“${row.answer}”, asked “${asked.question}”`,
    unit: 'ratio',
    period: asked.period ?? passport.period,
    asOf: passport.asOf,
    sources: [asked.source],
    formula:
      'Customers of this Portrait with this answer ÷ its customers who answered the question',
  };
  return row.share === null
    ? { ...head, n: 0, status: 'suppressed', value: null, reason: 'Too few people answered' }
    : { ...head, n: asked.n, status: 'ok', value: row.share };
}
