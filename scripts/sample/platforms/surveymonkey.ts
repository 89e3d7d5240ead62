import { clockTime, isoDay, monthStart, type Day } from '../calendar.ts';
import { Random } from '../random.ts';
import { hadProblem, orderName, type SampleOrder } from '../sample-order.ts';
import type { Shop } from '../simulate-shop.ts';
import type { Row, Table } from '../table-file.ts';

const MONTHS = 17;
/** Share of the orders of known customers that answer. */
const ANSWERED = 0.075;
const LEFT_BLANK = 0.04;
/** Share of answers that came by the link on the packing slip, without an address. */
const WITHOUT_EMAIL = 0.12;

const METADATA = [
  'Respondent ID',
  'Collector ID',
  'Start Date',
  'End Date',
  'IP Address',
  'Email Address',
  'First Name',
  'Last Name',
  'Custom Data 1',
];
const CHOICES = ['The quality', 'The fit', 'The price', 'How fast it came'];
const OTHER = 'Other (please specify)';

/** Both header rows: the question once, then blank; the answers' names below it. */
const QUESTIONS: readonly (readonly [question: string, answer: string])[] = [
  ['How likely is it that you’d recommend Tarn & Twill to a friend or colleague?', 'Response'],
  ['How satisfied were you with your order?', 'Response'],
  ['What did you like? Please select all that apply.', CHOICES[0] ?? ''],
  ...[...CHOICES.slice(1), OTHER].map((choice) => ['', choice] as const),
  ['Is there anything else we should know?<br>We read everything.', 'Open-Ended Response'],
];

const COLUMNS = [...METADATA, 'recommend', 'satisfied', ...CHOICES, OTHER, 'comment'];

const SATISFACTION = [
  'Very dissatisfied',
  'Dissatisfied',
  'Neither satisfied nor dissatisfied',
  'Satisfied',
  'Very satisfied',
] as const;

const COMMENTS = [
  'The “tall” sizes are really tall – thank you!',
  'Box was open when it came.\nNothing missing though.',
  'I’d like the café in the store back…',
  'Shipping, taxes, everything clear',
  'Couldn’t find the washing instructions',
];

export interface PlantedSurveyMonkey {
  responses: number;
  /** Responses without a single answer. */
  blank: number;
  withEmail: number;
  /** Cells with an answer, of all questions. */
  answers: number;
  /** Of the question how likely somebody recommends the shop: 0–6, 7–8, 9–10. */
  recommend: { detractors: number; passives: number; promoters: number };
}

interface Response {
  order: SampleOrder;
  answeredOn: Day;
  random: Random;
}

/** SurveyMonkey's "all individual responses" of the survey after an order: two header rows, in Windows-1252. */
export function surveyMonkeyExport(shop: Shop): { tables: Table[]; planted: PlantedSurveyMonkey } {
  const rows = drawResponses(shop).map(responseRow);
  const answers = rows.map((row) => answerCells(row).filter((cell) => cell !== null));
  const scores = rows.flatMap((row) =>
    typeof row['recommend'] === 'string' ? [parseInt(row['recommend'], 10)] : [],
  );
  return {
    tables: [
      {
        path: 'surveymonkey/After your order.csv',
        columns: COLUMNS,
        rows,
        dialect: {
          encoding: 'windows-1252',
          header: [
            [...METADATA, ...QUESTIONS.map(([question]) => question)],
            [...METADATA.map(() => ''), ...QUESTIONS.map(([, answer]) => answer)],
          ],
        },
      },
    ],
    planted: {
      responses: rows.length,
      blank: answers.filter(({ length }) => length === 0).length,
      withEmail: rows.filter((row) => row['Email Address'] !== null).length,
      answers: answers.flat().length,
      recommend: {
        detractors: scores.filter((score) => score <= 6).length,
        passives: scores.filter((score) => score === 7 || score === 8).length,
        promoters: scores.filter((score) => score >= 9).length,
      },
    },
  };
}

function answerCells(row: Row) {
  return COLUMNS.slice(METADATA.length).map((column) => row[column] ?? null);
}

/** Newest first. */
function drawResponses(shop: Shop): Response[] {
  const root = new Random(shop.seed).fork('surveymonkey');
  const from = monthStart(shop.newest, MONTHS - 1);
  return shop.orders
    .flatMap((order) => {
      if (order.customer === null || order.cancelledOn !== null || order.day < from) return [];
      const random = root.fork(orderName(order));
      const answeredOn = (order.delivery?.deliveredOn ?? order.day) + random.integer(4, 15);
      return random.chance(ANSWERED) && answeredOn <= shop.newest
        ? [{ order, answeredOn, random }]
        : [];
    })
    .sort((a, b) => b.answeredOn - a.answeredOn);
}

function responseRow({ order, answeredOn, random }: Response, index: number): Row {
  const known = !random.chance(WITHOUT_EMAIL);
  const start = random.integer(7 * 3600, 22 * 3600);
  const person = order.customer?.person;
  const [first = '', ...last] = person?.name.split(' ') ?? [];
  return {
    'Respondent ID': 11_900_000_000 - index * 7_919,
    'Collector ID': known ? 455_010_101 : 455_010_102,
    'Start Date': surveyTime(answeredOn, start),
    'End Date': surveyTime(answeredOn, start + random.integer(40, 600)),
    'IP Address': `192.0.2.${String(random.integer(1, 254))}`,
    'Email Address': known ? (person?.email ?? null) : null,
    'First Name': known ? first : null,
    'Last Name': known ? last.join(' ') : null,
    'Custom Data 1': known ? order.number : null,
    ...(random.chance(LEFT_BLANK) ? {} : answers(random, order)),
  };
}

function answers(random: Random, order: SampleOrder): Row {
  const mood = hadProblem(order) ? random.integer(0, 2) : random.weighted(MOODS);
  const score = Math.min(10, 2 * mood + random.integer(0, 2) + Math.min(mood, 1));
  const liked = CHOICES.filter(() => random.chance(0.1 + 0.12 * mood));
  return {
    recommend: labelledScore(score),
    satisfied: SATISFACTION[mood] ?? null,
    ...Object.fromEntries(liked.map((choice) => [choice, choice])),
    [OTHER]: random.chance(0.05) ? 'the note in the box' : null,
    comment: random.chance(0.16) ? random.pick(COMMENTS) : null,
  };
}

/** Place in the scale of satisfaction, when nothing went wrong. */
const MOODS = [
  [1, 3],
  [2, 9],
  [3, 36],
  [4, 52],
] as const;

/** The ends of the scale are named. */
function labelledScore(score: number): string {
  if (score === 0) return '0 - Not at all likely';
  return score === 10 ? '10 - Extremely likely' : String(score);
}

/** "10/21/2026 14:03:22" */
function surveyTime(day: Day, second: number): string {
  const [year = '', month = '', date = ''] = isoDay(day).split('-');
  return `${month}/${date}/${year} ${clockTime(second)}`;
}
