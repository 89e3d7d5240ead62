import type { Adapter } from '../adapter.ts';
import {
  CODED_ANSWERS,
  NO_ANSWERS,
  PERSONAL_ANSWERS,
  SURVEY_COLUMNS,
  surveyAnswers,
} from './survey-answers.ts';

/** What both layouts of the export have in common. */
const SURVEYMONKEY = {
  table: 'survey_responses',
  columns: {
    fileName: { headers: [], type: 'text' },
    response: {
      headers: ['Respondent ID'],
      type: 'text',
      requiredHeader: true,
      identifier: true,
    },
    endedAt: { headers: ['End Date'], type: 'timestamp' },
    modifiedAt: { headers: ['Date Modified'], type: 'timestamp' },
    startedAt: { headers: ['Start Date'], type: 'timestamp' },
    createdAt: { headers: ['Date Created'], type: 'timestamp' },
    questions: { headers: [], type: 'cells', personal: true },
  },
  otherHeaders: ['Collector ID', 'IP Address', 'Collector', 'Collector Name', 'Response Status'],
  dateOrder: 'mdy',
  overlap: {
    key: ['response'],
    newest: 'endedAt',
    whole: 'coalesce("startedAt", "createdAt", "endedAt", "modifiedAt")',
    unique: true,
  },
  ignore: [NO_ANSWERS],
  expand: surveyAnswers,
  select: {
    ...SURVEY_COLUMNS,
    // Who publishes answers may have taken the numbers out.
    response: `coalesce(response, concat("fileName", '#', "row" + 1))`,
    answeredOn: 'coalesce("endedAt_on", "modifiedAt_on", "startedAt_on", "createdAt_on")',
  },
  notes: [
    {
      code: 'note/no-date',
      reason: 'Responses without a date: the export was made without them',
      where: 'coalesce("endedAt", "modifiedAt", "startedAt", "createdAt") IS NULL',
    },
    PERSONAL_ANSWERS,
    CODED_ANSWERS,
  ],
} satisfies Omit<Adapter, 'id' | 'label'>;

/**
 * SurveyMonkey's "All individual responses". Of its two header rows the first has each question once, the second the
 * choices and rows below it, or "Response". A choice is a column that repeats its label, or one column for all; with
 * "numerical values" cells are numbers: those of choices with a column of their own are read as the choice
 * (survey-codes.ts), others are kept as scores. `IP Address` is not read.
 */
export const surveymonkey: Adapter = {
  ...SURVEYMONKEY,
  id: 'surveymonkey',
  label: 'SurveyMonkey: Analyze → Save as → Export file → All individual responses',
  doubleHeader: true,
};

/** The same export saved with one header row. */
export const surveymonkeyPlain: Adapter = {
  ...SURVEYMONKEY,
  id: 'surveymonkey-plain',
  label: 'SurveyMonkey: individual responses with one header row',
};
