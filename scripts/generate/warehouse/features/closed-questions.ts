import { CALL_QUESTIONS } from '#core/audiences/call-questions.ts';
import type { AskedQuestion } from '#core/personas/appended-answers.ts';
import { sqlTexts } from '#generate/exports/cells/null-tokens.ts';
import { NO_WORDS, YES_WORDS } from '#generate/exports/cells/yes-no.ts';
import type { Engine } from '../engine.ts';

/** More different answers, and it is a list to read and no question to compare. */
const MOST_ANSWERS = 12;
/** So much of all answers must be labels that enough people gave: what people write in their own words repeats little. */
const LEAST_COVERED = 0.9;
/** Longer texts are sentences. */
const LONGEST_LABEL = 80;
/** More different whole numbers are a count or an amount; so many are a scale from 0 to 10. */
const MOST_NUMBERS = 11;
/** Numbers with decimals are measured: more of them are no labels. */
const MOST_DECIMALS = 5;
const WHOLE = '[-+]?[0-9]+';
const NUMBER = `${WHOLE}([.,][0-9]+)?`;

/** "How likely are you to recommend us?" in the languages that surveys are mostly written in. */
const ASKS_TO_RECOMMEND =
  '(?i)recommend|empfehl|recommand|recom[ei]|r[ae]ccomand|consigl|aanbevel|aanrad|anbefal|rekommend|poleci|doporuč|suosittel';
/** SQL: the three groups that such a scale from 0 to 10 is read in (Reichheld, Harvard Business Review, December 2003). */
const RECOMMENDS = `CASE WHEN score >= 9 THEN '9 or 10 (promoters)' WHEN score >= 7 THEN '7 or 8 (passives)' ELSE '0 to 6 (detractors)' END`;

/** Asked on the telephone and answered by yes or no; what is written behind the word is the reason, not behind a hyphen: "no-one rang". */
const YES_OR_NO_QUESTIONS = sqlTexts([CALL_QUESTIONS.satisfied, CALL_QUESTIONS.putRight]);
const YES_OR_NO = `(?i)^(${[...YES_WORDS, ...NO_WORDS].filter((word) => /^\p{L}+$/u.test(word)).join('|')})(\\s*([,.;:!(–]|-\\s|$)|\\s+-)`;

/** SQL: the answer, or the score where there is nothing else. */
const ANSWER = `coalesce(nullif(trim(s.answer), ''), regexp_replace(CAST(s.score AS VARCHAR), '\\.?0+$', ''))`;

/** SQL: what an answer says, of a call without the reason: "no, it came late". */
const SAID = `CASE WHEN question IN (${YES_OR_NO_QUESTIONS}) AND regexp_matches(answer, '${YES_OR_NO}')
    THEN regexp_extract(answer, '${YES_OR_NO}', 1) ELSE answer END`;

/** SQL: the same for one thing written in many ways: "Yes", "yes ", "YES!". */
const FOLDED = `coalesce(nullif(regexp_replace(lower(said), '[\\s.!]+$', ''), ''), said)`;

/**
 * Table `closed_answers` (buyer, source, question, answer): what buyers answered last to questions with few answers. A
 * person who was asked every year counts once. Left out are questions that people answer in their own words.
 */
const ANSWERS = `
CREATE OR REPLACE TEMP TABLE closed_answers AS
WITH given AS (
  SELECT b.buyer, s.survey AS source, s.question, ${ANSWER} AS answer, s.score, s.answered_on,
         rank() OVER (PARTITION BY b.buyer, s.survey, s.question
                      ORDER BY s.answered_on DESC NULLS LAST, s.response DESC NULLS LAST) AS newest
  FROM survey_responses s JOIN buyers b USING (customer)
  WHERE ${ANSWER} <> ''
  UNION ALL
  SELECT b.buyer, t.source, t.trait, trim(t.text), NULL, NULL, 1
  FROM customer_traits t JOIN buyers b USING (customer)
  WHERE trim(t.text) <> ''
), scales AS (
  SELECT source, question
  FROM given
  WHERE newest = 1 AND regexp_matches(question, '${ASKS_TO_RECOMMEND}')
  GROUP BY source, question
  -- one that ends at 5 or 7 has no such groups
  HAVING count(*) = count(*) FILTER (WHERE score = floor(score) AND score BETWEEN 0 AND 10) AND max(score) >= 9
), answered AS (
  SELECT buyer, source, question, ${FOLDED} AS answer, min(said) AS label, max(answered_on) AS answered_on
  FROM (SELECT g.*, CASE WHEN c.question IS NULL THEN ${SAID} ELSE ${RECOMMENDS} END AS said
        FROM given g LEFT JOIN scales c USING (source, question) WHERE newest = 1)
  GROUP BY buyer, source, question, ${FOLDED}
), writings AS (
  SELECT source, question, answer, label, count(*) AS people FROM answered GROUP BY ALL
), labels AS (
  -- the writing that most people used
  SELECT source, question, answer, max_by(label, (people, label)) AS label, sum(people) AS people
  FROM writings
  GROUP BY source, question, answer
  HAVING sum(people) >= CAST($1 AS INTEGER) AND length(answer) <= ${LONGEST_LABEL}
), closed AS (
  SELECT source, question
  FROM labels
  GROUP BY source, question
  HAVING count(*) BETWEEN 2 AND ${MOST_ANSWERS}
    AND (count(*) <= ${MOST_DECIMALS} OR count(*) FILTER (WHERE NOT regexp_full_match(answer, '${NUMBER}')) > 0
      OR (count(*) <= ${MOST_NUMBERS} AND count(*) = count(*) FILTER (WHERE regexp_full_match(answer, '${WHOLE}'))))
    AND sum(people) >= ${LEAST_COVERED} * (
      SELECT count(*) FROM answered a WHERE a.source = labels.source AND a.question = labels.question)
)
SELECT a.buyer, a.source, a.question, l.label, a.answered_on
FROM answered a
JOIN closed USING (source, question)
LEFT JOIN labels l USING (source, question, answer)`;

const QUESTIONS = `
SELECT source, question, CAST(min(answered_on) AS VARCHAR) AS "from", CAST(max(answered_on) AS VARCHAR) AS "to",
       count(*) > count(DISTINCT buyer) AS multiple
FROM closed_answers
GROUP BY source, question
ORDER BY source, question`;

const ANSWERED = `
SELECT c.source, c.question, p.persona, count(DISTINCT c.buyer) AS people
FROM closed_answers c LEFT JOIN buyer_personas p USING (buyer)
GROUP BY c.source, c.question, p.persona
ORDER BY c.source, c.question, p.persona`;

const CELLS = `
SELECT c.source, c.question, c.label, p.persona, count(DISTINCT c.buyer) AS people,
       sum(count(DISTINCT c.buyer)) OVER (PARTITION BY c.source, c.question, c.label) AS of_all
FROM closed_answers c LEFT JOIN buyer_personas p USING (buyer)
GROUP BY c.source, c.question, c.label, p.persona
ORDER BY c.source, c.question, c.label IS NULL, of_all DESC, c.label, p.persona`;

/**
 * Closed questions of surveys and traits of customers, with people by answer and Portrait; the answer most people gave
 * comes first. Needs `buyers` and `buyer_personas`.
 *
 * @param floor an answer that fewer people gave has no label of its own
 */
export async function readClosedQuestions(engine: Engine, floor: number): Promise<AskedQuestion[]> {
  await engine.run(ANSWERS, [floor]);
  const questions = await engine.rows<{
    source: string;
    question: string;
    from: string | null;
    to: string | null;
    multiple: boolean;
  }>(QUESTIONS);
  const answered = await engine.rows(ANSWERED);
  const cells = await engine.rows(CELLS);
  await engine.run('DROP TABLE closed_answers');
  return questions.map(({ source, question, from, to, multiple }) => {
    const isAsked = (row: Record<string, unknown>): boolean =>
      row['source'] === source && row['question'] === question;
    const answers = new Map<string | null, Map<string | null, number>>();
    for (const row of cells.filter(isAsked)) {
      const label = row['label'] as string | null;
      const people = answers.get(label) ?? new Map<string | null, number>();
      answers.set(label, people.set(row['persona'] as string | null, Number(row['people'])));
    }
    return {
      source,
      question,
      period: from === null || to === null ? null : { from, to },
      answered: new Map(
        answered
          .filter(isAsked)
          .map((row) => [row['persona'] as string | null, Number(row['people'])]),
      ),
      answers: [...answers].map(([label, people]) => ({ label, people })),
      isMultiple: multiple,
    };
  });
}
