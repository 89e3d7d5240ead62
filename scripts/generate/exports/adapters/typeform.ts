import type { Adapter } from '../adapter.ts';
import { NO_ANSWERS, PERSONAL_ANSWERS, SURVEY_COLUMNS, surveyAnswers } from './survey-answers.ts';

/**
 * Typeform's responses. Between `#` (the response's token) and the metadata at the end stand the questions, each under
 * its own text, and hidden fields, which are the only key to the customer. Files from before 2022 have no Response
 * Type, Stage Date, Tags and Ending. Times are UTC. `Network ID` is a person's and is not read.
 */
export const typeform: Adapter = {
  id: 'typeform',
  label: 'Typeform: Results → Responses → Download as CSV',
  table: 'survey_responses',
  columns: {
    fileName: { headers: [], type: 'text' },
    response: { headers: ['#'], type: 'text', first: true, personal: true },
    responseType: { headers: ['Response Type'], type: 'text' },
    startedAt: { headers: ['Start Date (UTC)'], type: 'timestamp', required: true },
    stagedAt: { headers: ['Stage Date (UTC)'], type: 'timestamp' },
    submittedAt: { headers: ['Submit Date (UTC)'], type: 'timestamp', requiredHeader: true },
    questions: { headers: [], type: 'cells', personal: true },
  },
  otherHeaders: ['Network ID', 'Tags', 'Ending'],
  timeZone: 'UTC',
  overlap: { key: ['response'], newest: 'startedAt', whole: '"startedAt"', unique: true },
  ignore: [NO_ANSWERS],
  expand: surveyAnswers,
  select: {
    ...SURVEY_COLUMNS,
    response: `coalesce(response, concat("fileName", '#', "row" + 1))`,
    answeredOn: 'coalesce("submittedAt_on", "stagedAt_on", "startedAt_on")',
  },
  notes: [
    {
      code: 'note/partial-response',
      reason: 'Responses that were not submitted: what was answered until then counts',
      where: '"submittedAt" IS NULL',
    },
    PERSONAL_ANSWERS,
  ],
};
