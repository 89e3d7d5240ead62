import type { Engine } from '../engine.ts';

/** Questions whose answer says whether somebody was content; others can be answered with small numbers too. */
const ASKS_SATISFACTION = '(?i)satisf|recommend|happy with|put it right|zufrieden|empfehl';

/** Answers in words that are bad. */
const BAD_WORDS = '(?i)^(no|nein)\\b|dissatisf|unsatisf|not satisfied|unzufrieden';

/** Scales in use, by their best mark; a mark in the lower two fifths is bad. */
const SCALES = [1, 5, 10, 100];

/**
 * Table `complaints`: customer, day and what happened – a ticket or a bad answer to a question about satisfaction – as
 * far as somebody is known behind it. Who sends something back has used what they were promised, and has not complained.
 * The scale of a question is the smallest that holds all its marks.
 */
export async function createComplaints(engine: Engine): Promise<void> {
  const scale = `CASE ${SCALES.map((best) => `WHEN max(score) <= ${best} THEN ${best}`).join(' ')} END`;
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE complaints AS
     WITH answers AS (
       SELECT customer, answered_on, answer, score, ${scale.replaceAll('max(score)', 'max(score) OVER (PARTITION BY survey, question)')} AS best
       FROM survey_responses
       WHERE customer IS NOT NULL AND answered_on IS NOT NULL AND regexp_matches(question, $1)
     )
     SELECT coalesce(t.customer, o.customer) AS customer, t.opened_on AS heard_on, 'ticket' AS kind
     FROM tickets t LEFT JOIN orders o USING (order_key)
     WHERE coalesce(t.customer, o.customer) IS NOT NULL
     UNION ALL
     SELECT customer, answered_on, 'answer' FROM answers
     WHERE score <= 0.4 * best OR regexp_matches(trim(answer), $2)`,
    [ASKS_SATISFACTION, BAD_WORDS],
  );
}
