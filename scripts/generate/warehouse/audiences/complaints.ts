import { NO_WORDS } from '#generate/exports/cells/yes-no.ts';
import type { Engine } from '../engine.ts';

/** Questions whose answer says whether somebody was content; others can be answered with small numbers too. */
const ASKS_SATISFACTION =
  '(?i)satisf|soddisf|recomm?end|happy with|put it right|zufrieden|empfehl|recommand|raccomand|consiglier|tevreden|aanbevel|aanraden|zadowol|polec|nöjd|tilfreds|fornøyd|rekommender|anbefal';

/** A no that is the whole answer or stands before the rest of it: "no" alone begins a sentence in some languages only. */
const NO = NO_WORDS.filter((word) => word.length > 1).join('|');

/** Answers in words that are bad. */
const BAD_WORDS = `(?i)^(no|nein)\\b|^(${NO})\\s*($|[,.;:!(–-])|dissatisf|unsatisf|not satisfied|unzufrieden|insatisf|insoddisf|pas (très |vraiment |du tout )?satisfait|mécontent|ontevreden|niezadowol|missnöjd|utilfreds|misfornøyd`;

/** Scales in use, by their best mark. */
const SCALES = [1, 5, 10, 100];
/** A mark in the lower two fifths of its scale is bad. */
const BAD_MARK = 0.4;

/**
 * Table `complaints`: customer, day and what happened, as far as somebody is known behind it: a bad `answer` to a
 * question about satisfaction, a bad `rating` of how we helped, or a `ticket` that nobody rated, of which nobody knows
 * whether it was a complaint. A ticket with a better rating was none, and who sends something back has used what they
 * were promised. The scale of a question is the smallest that holds all its marks.
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
     SELECT coalesce(t.customer, o.customer) AS customer, t.opened_on AS heard_on,
            CASE WHEN t.satisfaction IS NULL THEN 'ticket' ELSE 'rating' END AS kind
     FROM tickets t LEFT JOIN orders o USING (order_key)
     WHERE coalesce(t.customer, o.customer) IS NOT NULL AND coalesce(t.satisfaction <= ${BAD_MARK}, true)
     UNION ALL
     SELECT customer, answered_on, 'answer' FROM answers
     WHERE score <= ${BAD_MARK} * best OR regexp_matches(trim(answer), $2)`,
    [ASKS_SATISFACTION, BAD_WORDS],
  );
}
