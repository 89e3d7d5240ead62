import type { Adapter } from '../adapter.ts';
import { NO_ANSWERS, PERSONAL_ANSWERS, SURVEY_COLUMNS, surveyAnswers } from './survey-answers.ts';

/** The first column in the languages Google Forms is used in most. */
const TIMESTAMPS = [
  'Timestamp',
  'Zeitstempel',
  'Horodateur',
  'Marca temporal',
  'Informazioni cronologiche',
  'Carimbo de data/hora',
  'Tijdstempel',
  'Tidsstempel',
  'Tidsstämpel',
  'Sygnatura czasowa',
  'タイムスタンプ',
  '타임스탬프',
  '时间戳',
  '時間戳記',
  'Отметка времени',
  'Dấu thời gian',
  'ประทับเวลา',
  'طابع زمني',
  'Časová značka',
  'Zaman damgası',
  'Позначка часу',
  'Χρονική σήμανση',
  'חותמת זמן',
  'Marca de temps',
];

/** A day and a time of day, as sheets and forms write them; machines write fractions of seconds or a "Z". */
const TIME =
  /^(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d{2}([:.]\d{2})?( ?(?:[AaPp]\.?\s?[Mm]\.?|午前|午後|오전|오후|上午|下午))?( (?:(?:GMT|UTC)[+−-]?[\d:]*|[A-Z]{3,4}))?|[A-Z][a-z]{2} [A-Z][a-z]{2} \d{2} \d{4} \d{2}:\d{2}:\d{2} GMT.*)$/;
/** Several words, a question mark, or so many letters of a writing without spaces. */
const WORDED =
  /\S\s+\S|[?？[]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{6}/u;
const NUMBER = /^[-+]?[\d.,]*\d%?$/;

/**
 * Any table may begin with a column "Timestamp". A form writes it like that, a person words its questions, and their
 * answers are not all numbers with fractions, as a sensor's are.
 */
function isForm(header: string[], firstRow: string[]): boolean {
  const [first, ...questions] = header.map((name) => name.trim());
  const [time, ...answers] = firstRow.map((cell) => cell.trim());
  const isWorded = questions.some((question) => WORDED.test(question));
  const given = answers.filter((cell) => cell !== '');
  const isMeasured = given.length > 0 && given.every((cell) => NUMBER.test(cell));
  const isSensor = isMeasured && given.some((cell) => /[.,]/.test(cell));
  return (
    TIMESTAMPS.includes(first ?? '') &&
    isWorded &&
    !isSensor &&
    (time === undefined || time === '' || TIME.test(time))
  );
}

/**
 * Responses of a Google Form, from the sheet or from the form itself. Only the first column is always there; the rest
 * are questions and what the owner of the sheet added. Times are the sheet's, in its country's form; there is no id.
 */
export const googleForms: Adapter = {
  id: 'google-forms',
  label: 'Google Forms: Responses → Download responses (.csv)',
  table: 'survey_responses',
  columns: {
    fileName: { headers: [], type: 'text' },
    answeredAt: { headers: TIMESTAMPS, type: 'timestamp', required: true, first: true },
    /** The same cell, to tell a blank one from a time that is none. */
    time: { headers: TIMESTAMPS, type: 'text' },
    questions: { headers: [], type: 'cells', requiredHeader: true, personal: true },
  },
  recognises: isForm,
  overlap: { key: ['answeredAt', 'questions'], newest: 'answeredAt', whole: '"answeredAt"' },
  ignore: [
    {
      code: 'ignored/notes',
      reason:
        'Rows without a time and with few answers: what somebody noted, since a form writes the time of each response',
      where: 'time IS NULL AND len(questions) * 2 < (SELECT max(len(questions)) FROM typed)',
    },
    NO_ANSWERS,
  ],
  expand: surveyAnswers,
  select: {
    ...SURVEY_COLUMNS,
    response: `concat("fileName", '#', "row" + 1)`,
    answeredOn: '"answeredAt_on"',
  },
  notes: [PERSONAL_ANSWERS],
};
