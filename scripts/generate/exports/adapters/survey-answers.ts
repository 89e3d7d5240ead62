import { codedQuestions } from './survey-codes.ts';
import {
  asksAboutOthers,
  isEmail,
  isPhone,
  looksPersonal,
  questionPurpose,
  tellsNothing,
} from './survey-privacy.ts';

/** What stands between the two names of a column with two header rows. */
const JOIN = 'chr(31)';

/** Answers longer than this are open text and no list of labels. */
const LONGEST_LIST = 500;

/** Second header rows that name no choice. */
const NO_CHOICE = '(?i:response|open-ended response|other\\b.*|)';
const IS_NAMED = `NOT regexp_full_match(choice, '${NO_CHOICE}')`;

/**
 * SQL of a question as people read it: without HTML, entities and the tokens that pipe in earlier answers
 * ("{{field:7d95…}}").
 */
function plainQuestion(header: string): string {
  const entities: [string, string][] = [
    ['&nbsp;', ' '],
    ['&amp;', '&'],
    ['&quot;', '"'],
    ['&#39;', "''"],
    ['&rsquo;', '’'],
    ['&lt;', '<'],
    ['&gt;', '>'],
    // A no-break space of a Mac, read as Windows-1252.
    ['Œæ', ' '],
  ];
  const untagged = `regexp_replace(regexp_replace(${header}, '</?[A-Za-z][^>]*>', ' ', 'g'), '\\{\\{[^}]*\\}\\}', ' ', 'g')`;
  const decoded = entities.reduce(
    (sql, [from, to]) => `replace(${sql}, '${from}', '${to}')`,
    untagged,
  );
  const spaced = `regexp_replace(${decoded}, '[\\s\\x{a0}]+', ' ', 'g')`;
  return `trim(regexp_replace(regexp_replace(${spaced}, ' +([,.?!:;])', '\\1', 'g'), '^[ ,.:;]+', ''))`;
}

/** SQL of the upper and the lower name of a column. */
function upperName(header: string): string {
  return plainQuestion(`split_part(${header}, ${JOIN}, 1)`);
}

function lowerName(header: string): string {
  return plainQuestion(`split_part(${header}, ${JOIN}, 2)`);
}

/**
 * SQL of common tables, up to "given": the answers that are loaded. A column is a person's by its question or by most
 * of its cells; of other columns the cells that look like a person's are left out.
 */
function answerTables(typed: string): string {
  return `cells AS (
      SELECT "row", unnest(questions).header AS header, unnest(questions).cell AS cell, unnest(questions).place AS place,
        generate_subscripts(questions, 1) AS position
      FROM ${typed}
    ),
    shapes AS (SELECT *, ${looksPersonal('cell')} AS looks_personal, ${tellsNothing('cell')} AS tells_nothing FROM cells),
    names AS (
      SELECT header, ${upperName('header')} AS question, ${lowerName('header')} AS choice, is_personal
      FROM (SELECT header, count(*) FILTER (looks_personal) * 2 >= count(*) AS is_personal FROM shapes GROUP BY header)
    ),
    purposes AS (
      SELECT *, ${questionPurpose('question', 'choice')} AS purpose, ${asksAboutOthers('question')} AS of_others FROM names
    ),
    asked AS (
      SELECT "row", position, place, cell, looks_personal, p.*,
        CASE WHEN choice = '' THEN false ELSE ${plainQuestion('cell')} = choice END AS is_label,
        tells_nothing AND coalesce(purpose NOT IN ('order', 'customer'), true) AS is_mark
      FROM shapes JOIN purposes p USING (header)
    ),
    ${codedQuestions('asked', IS_NAMED)},
    chosen AS (
      SELECT a.*, is_label OR coalesce(${IS_NAMED} AND (code = 'place' OR code = 'flag' AND cell = '1'), false) AS is_chosen,
        coalesce(${IS_NAMED} AND code = 'flag' AND cell = '0', false) AS is_left
      FROM asked a LEFT JOIN coded USING (question)
    ),
    given AS (
      SELECT "row", position, CASE WHEN is_chosen THEN choice ELSE cell END AS cell,
        CASE WHEN is_chosen OR regexp_full_match(choice, '${NO_CHOICE}') THEN coalesce(nullif(question, ''), 'Question without text')
          ELSE concat(question, ' [', choice, ']') END AS question
      FROM chosen
      WHERE NOT is_left AND (is_chosen OR is_mark OR purpose IS NULL AND NOT is_personal AND NOT looks_personal)
    )`;
}

/** For `ignore`: responses in which nothing about the shop was answered. */
export const NO_ANSWERS = {
  code: 'ignored/no-answers',
  reason: 'Responses without any answer',
  where: `"row" NOT IN (WITH ${answerTables('typed')} SELECT "row" FROM given)`,
};

/** For `notes`: of a file whose choices are numbers, responses with such a number where no column names the choice. */
export const CODED_ANSWERS = {
  code: 'note/coded-answers',
  reason:
    'Responses with numbers where other questions show that the file was exported with "numerical values": only ratings say something so; export it with the "actual answer text"',
  where: `"row" IN (WITH ${answerTables('typed')} SELECT "row" FROM chosen
      WHERE EXISTS (SELECT 1 FROM coded) AND lower(choice) = 'response' AND regexp_full_match(cell, '\\d{1,3}'))`,
};

/**
 * For `notes`: responses in which an answer looks like a person's, though it was not asked for; it is left
 * out. Columns about who answers ("Email Address"), of the tool or of a question, do not count.
 */
export const PERSONAL_ANSWERS = {
  code: 'note/personal-answers',
  reason:
    'Responses with an address, a phone number or a link where none was asked for: those answers are not loaded',
  where: `"row" IN (WITH ${answerTables('typed')} SELECT "row" FROM asked WHERE purpose IS NULL AND looks_personal)`,
};

/**
 * SQL that makes answers of responses: a row for each answer, of several chosen labels one for each. To the typed
 * columns come question, answer, score (the number where the answer is one or begins with one: "10 - Extremely
 * likely"), and who answered about which order: email, phone, customerId, order.
 *
 * A cell with commas or semicolons is several labels when each part stands in another cell of the question too; else it
 * is what somebody wrote. Columns of the same question become one question.
 */
export function surveyAnswers(typed: string): string {
  return `WITH ${answerTables(typed)},
    parts AS (
      SELECT question, cell, unnest(${listParts('cell')}) AS part
      FROM (SELECT DISTINCT question, cell FROM given WHERE length(cell) <= ${LONGEST_LIST})
    ),
    labels AS (SELECT question, part, true AS is_label FROM parts GROUP BY question, part HAVING count(DISTINCT cell) > 1),
    lists AS (
      SELECT question, cell, true AS is_list FROM parts LEFT JOIN labels USING (question, part)
      GROUP BY question, cell HAVING count(*) > 1 AND bool_and(coalesce(is_label, false))
    ),
    answers AS (
      SELECT "row", position, question, unnest(
        CASE WHEN starts_with(cell, '/ ') THEN string_split(substr(cell, 3), ' / ')
          WHEN is_list THEN ${listParts('cell')} ELSE [cell] END) AS answer
      FROM given LEFT JOIN lists USING (question, cell)
    ),
    people AS (
      SELECT "row",
        arg_min(cell, position + CASE purpose WHEN 'email' THEN 0 ELSE 10000 END) FILTER (NOT of_others AND looks_personal AND ${isEmail('cell')}) AS email,
        arg_min(cell, position) FILTER (NOT of_others AND looks_personal AND purpose = 'phone' AND ${isPhone('cell')}) AS phone,
        arg_min(cell, position) FILTER (purpose = 'customer' AND NOT looks_personal) AS "customerId",
        arg_min(cell, position) FILTER (purpose = 'order') AS "order"
      FROM asked WHERE purpose IS NOT NULL OR looks_personal GROUP BY "row"
    )
    SELECT t.* EXCLUDE (questions), question, trim(answer) AS answer, ${score('answer')} AS score,
      email, phone, "customerId", "order"
    FROM answers JOIN ${typed} t USING ("row") LEFT JOIN people USING ("row")
    WHERE trim(answer) <> ''`;
}

function listParts(cell: string): string {
  return `string_split_regex(${cell}, ', |; ?')`;
}

function score(answer: string): string {
  const number = `regexp_extract(${answer}, '^(-?\\d{1,9}(?:\\.\\d{1,4})?)(?: ?[-–—:=] ?[^\\d\\s].*)?$', 1)`;
  return `TRY_CAST(nullif(${number}, '') AS DECIMAL(18,4))`;
}

/** SQL of a survey's name from its file's: without what tools and browsers add to it. */
const SURVEY_NAME = `coalesce(nullif(trim(regexp_replace("fileName",
    '( ?\\(responses\\))?( ?- ?form responses \\d+)?( ?\\(\\d+\\))?$', '', 'i')), ''), "fileName")`;

/** `select` of a survey adapter, but for its own response id and day. */
export const SURVEY_COLUMNS = {
  survey: SURVEY_NAME,
  question: 'question',
  answer: 'answer',
  score: 'score',
  email: 'email',
  phone: 'phone',
  customerId: '"customerId"',
  order: '"order"',
};
