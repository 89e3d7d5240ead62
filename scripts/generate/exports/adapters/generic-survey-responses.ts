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
    response: { headers: ['response'], type: 'text', personal: true },
    email: { headers: ['email'], type: 'text', personal: true },
    phone: { headers: ['phone'], type: 'text', personal: true },
    customerId: { headers: ['customerId'], type: 'text', personal: true },
    order: { headers: ['order'], type: 'text', personal: true },
  },
  ignore: [
    {
      code: 'ignored/cancelled-response',
      reason: 'Responses that the mapping leaves out',
      where: '"rowCancelled"',
    },
  ],
  select: {
    response: '"response"',
    survey: '"survey"',
    answeredOn: '"answeredOn"',
    question: '"question"',
    answer: '"answer"',
    score: '"score"',
    email: '"email"',
    phone: '"phone"',
    customerId: '"customerId"',
    order: '"order"',
  },
};
