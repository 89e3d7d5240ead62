/**
 * Choices that a survey tool has exported as numbers, each in a column of its own: the column of the second choice holds 2 where
 * it was chosen, or all columns hold 1 (and 0 where it was not). What was chosen is the name of the column then.
 *
 * It is told by all cells of a question. The numbers of choices are those of their columns, one after the other, and the
 * same in every row; ratings and ranks differ, or fill every column of whoever has answered.
 */
const NUMBER = String.raw`[1-9]\d{0,2}`;

/**
 * SQL of a common table "coded": the questions whose choices are numbers, and by what: 'place' or 'flag'.
 *
 * @param asked table of {row, question, choice, place, cell}
 * @param isNamed SQL: the column has the name of a choice
 */
export function codedQuestions(asked: string, isNamed: string): string {
  return `choice_columns AS (
      SELECT question, place, min(cell) AS lowest, max(cell) AS highest, count(*) AS answers
      FROM ${asked} WHERE ${isNamed} GROUP BY question, place
    ),
    choice_rows AS (SELECT question, count(DISTINCT "row") AS responses FROM ${asked} WHERE ${isNamed} GROUP BY question),
    coded AS (
      SELECT question, CASE
        WHEN bool_and(lowest = highest AND regexp_full_match(lowest, '${NUMBER}'))
          AND count(DISTINCT place - TRY_CAST(lowest AS INTEGER)) = 1
          AND sum(answers) < count(*) * any_value(responses) THEN 'place'
        WHEN bool_and(lowest IN ('0', '1') AND highest IN ('0', '1')) AND bool_or(highest = '1')
          AND (bool_or(lowest = '0') OR sum(answers) < count(*) * any_value(responses)) THEN 'flag' END AS code
      FROM choice_columns JOIN choice_rows USING (question) GROUP BY question HAVING count(*) > 1 AND code IS NOT NULL
    )`;
}
