/** First and last day of a period, YYYY-MM-DD. */
export interface Period {
  startsOn: string;
  endsOn: string;
}

/** What a text says of one day; the other end of the period may say the rest. */
interface DayParts {
  year: number | null;
  month: number | null;
  day: number;
}

/**
 * How the names of the months begin in English, French, German, Spanish, Italian, Dutch, Portuguese, Czech, Polish and
 * Russian; in the north some.
 */
const MONTHS = [
  /^(jan|ene|gen|led|sty|янв)/, /^(feb|fev|fév|úno|lut|фев)/, /^(mar|mär|mrz|mrt|maa|bře|мар)/, /^(apr|avr|abr|dub|kwi|апр)/,
  /^(may|mai|mag|maj|mei|kvě|ма[йя])/, /^(jun|juin|giu|cze|červ(na|en)$|июн)/, /^(jul|juil|lug|lip|červen?c|июл)/, /^(aug|aoû|aou|ago|sie|srp|авг)/,
  /^(sep|set|zář|wrz|сен)/, /^(oct|okt|ott|out|říj|paź|окт)/, /^(nov|lis|ноя)/, /^(dec|déc|dez|dic|pros|gru|дек)/,
]; // prettier-ignore

const SEPARATOR =
  /\s+[-–—~]\s+|\s*[–—～]\s*|\s+(?:to|bis|au|al)\s+|(?<=\d{8}|\d{4}\.\d\d\.\d\d)-(?=\d{4})|(?<=, \d{4})-(?=\p{L})/u;
const JAPANESE_DAY = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/;
const ISO_DAY = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})$/;
const NUMERIC_DAY = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4})$/;

/**
 * The period that a report states in words above its table: "March 27, 2026 - April 23, 2026", "1–30 June 2026",
 * "27. März 2026 – 23. April 2026", "20250413-20250711", or one day. Null for words without days ("All time") and
 * for numbers whose order cannot be told (03/04/2026).
 *
 * @example parsePeriod('March 27, 2026 - April 23, 2026') // => { startsOn: '2026-03-27', endsOn: '2026-04-23' }
 */
export function parsePeriod(text: string): Period | null {
  const ends = text
    .replace(/^["'\s#]+|["'\s,;]+$/g, '')
    .split(SEPARATOR)
    .map((part) => part.trim());
  const first = ends[0] ?? '';
  const last = ends.at(-1) ?? '';
  if (ends.length > 2) return null;
  const to = dayParts(last);
  if (to === null || to.year === null || to.month === null) return null;
  const from = dayParts(first);
  if (from === null) return null;
  const month = from.month ?? to.month;
  const year = from.year ?? (month > to.month ? to.year - 1 : to.year);
  const startsOn = isoDay(year, month, from.day);
  const endsOn = isoDay(to.year, to.month, to.day);
  return startsOn === null || endsOn === null || startsOn > endsOn ? null : { startsOn, endsOn };
}

function dayParts(text: string): DayParts | null {
  const digits = ISO_DAY.exec(text) ?? COMPACT_DAY.exec(text) ?? JAPANESE_DAY.exec(text);
  if (digits) {
    const [, year, month, day] = digits;
    return {
      year: year === undefined ? null : Number(year),
      month: Number(month),
      day: Number(day),
    };
  }
  const numeric = NUMERIC_DAY.exec(text);
  if (numeric) return numericDay(numeric);
  const words = text.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  const numbers = words.filter((word) => /^\d+$/.test(word)).map(Number);
  const year = numbers.find((number) => number >= 1000) ?? null;
  const day = numbers.find((number) => number <= 31);
  const months = words.flatMap((word) => {
    const index = MONTHS.findIndex((name) => name.test(word));
    return index === -1 ? [] : [index + 1];
  });
  if (day === undefined || months.length > 1 || numbers.length > 2) return null;
  return { year, month: months[0] ?? null, day };
}

/** A dot puts the day first; with other signs the order must show. */
function numericDay(found: RegExpExecArray): DayParts | null {
  const [first, sign, second, year] = [
    Number(found[1]),
    found[2],
    Number(found[3]),
    Number(found[4]),
  ];
  if (sign === '.' || first > 12) return { year, month: second, day: first };
  if (second > 12 || first === second) return { year, month: first, day: second };
  return null;
}

function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}
