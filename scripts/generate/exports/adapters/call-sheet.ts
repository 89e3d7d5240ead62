import { CALL_QUESTIONS } from '#core/audiences/call-questions.ts';
import { CALL_SHEET_COLUMNS } from '#core/audiences/call-sheet-columns.ts';
import type { Adapter } from '../adapter.ts';
import { looksPersonal } from './survey-privacy.ts';

const ANSWERS = Object.keys(CALL_QUESTIONS) as (keyof typeof CALL_QUESTIONS)[];

/** The four questions are the portal's own words, so they can stand in the statement. */
const GIVEN = ANSWERS.map(
  (id) => `{question: '${CALL_QUESTIONS[id]}', answer: trim("${id}")}`,
).join(', ');

/**
 * A call sheet of `npm run audiences` with the answers filled in: each answer is one of the survey that the sheet
 * names. Rows of people who were not reached have none. Without a day of the call, the day of the sheet counts.
 */
export const callSheet: Adapter = {
  id: 'call-sheet',
  label: 'call sheet of npm run audiences, filled in',
  table: 'survey_responses',
  columns: {
    survey: { headers: [CALL_SHEET_COLUMNS.survey], type: 'text', required: true },
    listedOn: { headers: [CALL_SHEET_COLUMNS.listedOn], type: 'date', required: true },
    calledOn: { headers: [CALL_SHEET_COLUMNS.calledOn], type: 'date' },
    email: { headers: [CALL_SHEET_COLUMNS.email], type: 'text', personal: true },
    phone: { headers: [CALL_SHEET_COLUMNS.phone], type: 'text', personal: true },
    order: { headers: [CALL_SHEET_COLUMNS.order], type: 'text', personal: true },
    ...Object.fromEntries(
      ANSWERS.map((id) => [
        id,
        {
          headers: [CALL_QUESTIONS[id]],
          type: 'text',
          requiredHeader: true,
          personal: true,
        } as const,
      ]),
    ),
  },
  otherHeaders: [CALL_SHEET_COLUMNS.reason, CALL_SHEET_COLUMNS.portrait],
  overlap: { key: ['survey', 'listedOn', 'email', 'phone'], newest: 'listedOn' },
  ignore: [
    {
      code: 'ignored/no-answers',
      reason: 'People who were not reached: no answer is filled in',
      where: ANSWERS.map((id) => `nullif(trim("${id}"), '') IS NULL`).join(' AND '),
    },
  ],
  expand: (typed) => `
    SELECT * EXCLUDE (given), given.question AS question, given.answer AS answer
    FROM (SELECT *, unnest([${GIVEN}]) AS given FROM ${typed})
    WHERE given.answer <> '' AND NOT ${looksPersonal('given.answer')}`,
  select: {
    response: `concat(survey, ' ', "listedOn", '#', "row")`,
    survey: 'survey',
    answeredOn: 'coalesce("calledOn", "listedOn")',
    question: 'question',
    answer: 'answer',
    score: `TRY_CAST(CASE WHEN regexp_full_match(answer, '\\d{1,3}') THEN answer END AS DECIMAL(18,4))`,
    email: 'email',
    phone: 'phone',
    order: '"order"',
  },
  notes: [
    {
      code: 'note/personal-answers',
      reason:
        'Rows with an address, a phone number or a link in an answer: those answers are not loaded',
      where: ANSWERS.map((id) => `coalesce(${looksPersonal(`"${id}"`)}, false)`).join(' OR '),
    },
  ],
};
