import { isTimeZone } from '#core/schemas/time-zone.ts';

/** What `init` must know about a shop. */
export interface Answers {
  company: string;
  currency: string;
  'time-zone': string;
  locale: string;
  color: string;
}

export type AnswerName = keyof Answers;

export interface Question {
  name: AnswerName;
  /** As the terminal asks it. */
  text: string;
  /** Taken when the answer is empty. */
  usual?: () => string;
  /** The answer in its proper form, or null when it is none. */
  normalise(answer: string): string | null;
  expected: string;
}

const LONGEST_NAME = 60;

/** In the order in which they are asked. */
export const QUESTIONS: readonly Question[] = [
  {
    name: 'company',
    text: 'What is the company called?',
    normalise: (answer) => (answer.length > 0 && answer.length <= LONGEST_NAME ? answer : null),
    expected: `a name of at most ${LONGEST_NAME} characters`,
  },
  {
    name: 'currency',
    text: 'In which currency should the portal show money?',
    normalise: (answer) => oneOf(answer.toUpperCase(), Intl.supportedValuesOf('currency')),
    expected: 'an ISO 4217 code such as EUR, GBP or USD',
  },
  {
    name: 'time-zone',
    text: 'In which time zone is the shop?',
    usual: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    normalise: knownTimeZone,
    expected: 'an IANA time zone such as Europe/Berlin',
  },
  {
    name: 'locale',
    text: 'How are numbers and dates written?',
    usual: () => 'en-GB',
    normalise: supportedLocale,
    expected: 'a language and country such as en-GB or de-DE',
  },
  {
    name: 'color',
    text: 'What is the brand colour?',
    usual: () => '#1f4e79',
    normalise: (answer) => (/^#[0-9a-f]{6}$/i.test(answer) ? answer.toLowerCase() : null),
    expected: 'six digits after a #, such as #1f4e79',
  },
];

/** The known word, whatever its letters' case was. */
function oneOf(answer: string, known: string[]): string | null {
  const wanted = answer.toLowerCase();
  return known.find((word) => word.toLowerCase() === wanted) ?? null;
}

/** A zone in its proper spelling; one that is not listed, such as "Asia/Kolkata", has words that begin with capitals. */
function knownTimeZone(answer: string): string | null {
  const listed = oneOf(answer, ['UTC', ...Intl.supportedValuesOf('timeZone')]);
  if (listed !== null || !isTimeZone(answer)) return listed;
  return answer.toLowerCase().replaceAll(/(^|[/_-])[a-z]/g, (start) => start.toUpperCase());
}

function supportedLocale(answer: string): string | null {
  try {
    return Intl.NumberFormat.supportedLocalesOf(answer)[0] ?? null;
  } catch {
    return null;
  }
}
