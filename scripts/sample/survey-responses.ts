import { CALL_QUESTIONS } from '#core/audiences/call-questions.ts';
import { dayFrom, isoDay, yearOf, type Day } from './calendar.ts';
import type { Row } from './table-file.ts';
import { Random } from './random.ts';
import { hadProblem, orderName, ordersByEmail, type SampleOrder } from './sample-order.ts';
import type { Shop } from './simulate-shop.ts';
import { SURVEY_PROFILES } from './survey-profiles.ts';

export const SURVEY_COLUMNS = [
  'survey',
  'answeredOn',
  'question',
  'answer',
  'score',
  'email',
  'order',
] as const;

const FOLLOW_UP_CALL = 'Follow-up call';
const YEARLY_SURVEY = 'Yearly customer survey';

/** A steady share is called; first orders more often, because they are the test. */
const CALLED = { first: 0.16, later: 0.03, gaveUpPerOrder: 0.012 } as const;
const YEARLY_ANSWERS = 0.24;
/** Whoever bought in the year and a half before is asked. */
const ASKED_AFTER_DAYS = 540;

/** All answers by day; the calls name order and e-mail, who gave up has neither. */
export function* surveyRows(shop: Shop): Generator<Row> {
  const rows = [...callRows(shop), ...yearlyRows(shop)];
  yield* rows.sort(byDay);
}

function byDay(a: Row, b: Row): number {
  const [first, second] = [String(a['answeredOn']), String(b['answeredOn'])];
  return first < second ? -1 : first > second ? 1 : 0;
}

function* callRows(shop: Shop): Generator<Row> {
  const random = new Random(shop.seed).fork('follow-up calls');
  const known = new Set<string>();
  for (const order of shop.orders) {
    if (random.chance(CALLED.gaveUpPerOrder)) yield gaveUp(random, order.day);
    const { customer } = order;
    if (customer === null || order.cancelledOn !== null) continue;
    const first = !known.has(customer.person.email);
    known.add(customer.person.email);
    const calledOn = (order.delivery?.deliveredOn ?? order.day) + random.integer(3, 12);
    if (!random.chance(first ? CALLED.first : CALLED.later) || calledOn > shop.newest) continue;
    yield* callAfter(random, order, calledOn, customer.person.email);
  }
}

function gaveUp(random: Random, day: Day): Row {
  const answer = random.weighted([
    ['not sure about the size', 32],
    ['shipping too dear', 26],
    ['my size was sold out', 20],
    ['only looking', 14],
    ['checkout did not take my card', 8],
  ]);
  return call({ day, question: CALL_QUESTIONS.whyNot, answer });
}

function* callAfter(random: Random, order: SampleOrder, day: Day, email: string): Generator<Row> {
  const bad = hadProblem(order);
  const score = random.weighted<number>(
    bad
      ? [
          [1, 22],
          [2, 34],
          [3, 26],
          [4, 14],
          [5, 4],
        ]
      : [
          [2, 2],
          [3, 8],
          [4, 30],
          [5, 60],
        ],
  );
  const satisfied = score >= 4;
  const about = { day, email, order: orderName(order) };
  const answer = satisfied ? 'yes' : 'no';
  yield call({ ...about, question: CALL_QUESTIONS.satisfied, answer, score });
  if (satisfied) return;
  const wrong =
    order.packingProblem ?? (order.delivery?.late === true ? 'came late' : 'not as expected');
  yield call({ ...about, question: CALL_QUESTIONS.wrong, answer: wrong });
  const putRight = random.chance(0.58) ? 'yes' : 'no';
  yield call({ ...about, question: CALL_QUESTIONS.putRight, answer: putRight });
}

/** An answer on the phone; whoever gave up has no order, and is nobody we know. */
interface Call {
  day: Day;
  question: string;
  answer: string;
  score?: number | null;
  email?: string | null;
  order?: string | null;
}

function call({ day, question, answer, score = null, email = null, order = null }: Call): Row {
  return { survey: FOLLOW_UP_CALL, answeredOn: isoDay(day), question, answer, score, email, order };
}

/** Each March; a person gives the same answers every year, but for the reason. */
function* yearlyRows(shop: Shop): Generator<Row> {
  const root = new Random(shop.seed);
  const orders = ordersByEmail(shop.orders);
  for (const { person, kind } of shop.customers) {
    const profile = SURVEY_PROFILES[kind.id];
    if (profile === undefined) continue;
    const random = root.fork(`profile ${person.email}`);
    const answers: [string, string][] = [
      ['Which age group are you in?', random.weighted(profile.age)],
      ['Who lives in your household?', random.weighted(profile.household)],
      ['What do you work in?', random.weighted(profile.work)],
      ['What is your home like?', random.weighted(profile.home)],
    ];
    for (let year = yearOf(shop.from) + 1; year <= yearOf(shop.newest); year += 1) {
      const sent = dayFrom(year, 3, 3);
      const asked = (orders.get(person.email) ?? []).some(
        ({ day }) => day < sent && day > sent - ASKED_AFTER_DAYS,
      );
      const answeredOn = sent + random.integer(0, 16);
      const why = random.weighted(profile.why);
      if (!random.chance(YEARLY_ANSWERS) || !asked || answeredOn > shop.newest) continue;
      for (const [question, answer] of [...answers, ['Why do you buy from us?', why] as const]) {
        yield {
          survey: YEARLY_SURVEY,
          answeredOn: isoDay(answeredOn),
          question,
          answer,
          email: person.email,
        };
      }
    }
  }
}
