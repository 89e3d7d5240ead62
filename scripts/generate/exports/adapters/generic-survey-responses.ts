import type { Adapter } from '../adapter.ts';

/** survey-responses.csv: one row per answer (docs/exports.md). */
export const genericSurveyResponses: Adapter = {
  id: 'generic-survey-responses',
  label: 'survey-responses.csv',
  table: 'survey_responses',
  columns: {
    survey: { headers: ['survey'], type: 'text', required: true },
    answeredOn: { headers: ['answeredOn'], type: 'date', required: true },
    question: { headers: ['question'], type: 'text', required: true },
    answer: { headers: ['answer'], type: 'text', personal: true },
    score: { headers: ['score'], type: 'decimal' },
    email: { headers: ['email'], type: 'text', personal: true },
    order: { headers: ['order'], type: 'text', personal: true },
  },
  select: {
    survey: '"survey"',
    answeredOn: '"answeredOn"',
    question: '"question"',
    answer: '"answer"',
    score: '"score"',
    email: '"email"',
    order: '"order"',
  },
};
