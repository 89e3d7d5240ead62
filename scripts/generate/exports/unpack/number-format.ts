/** Built-in formats of dates and times (ECMA-376 part 1, 18.8.30), with those of East Asian versions. */
const DATE_FORMATS: [number, number][] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** What a format code shows as it is, or what says nothing of the number: "text", \x, _x, *x, [Red], [$€-407]. */
const LITERALS = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

/**
 * Whether a number format shows a date or a time: it holds a letter of dates outside what it shows as it is.
 *
 * @example isDateFormat(164, 'mmm\\ dd\\,\\ yyyy') // => true
 * @example isDateFormat(172, '"Rs. "#,##0.00') // => false
 */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return DATE_FORMATS.some(([from, to]) => id >= from && id <= to);
  const [positive = ''] = code.replaceAll(LITERALS, '').split(';');
  return !/general/i.test(positive) && /[dmyhs]/i.test(positive);
}

/** "[h]:mm:ss", built in. */
const DURATION_FORMAT = 46;

/**
 * Whether a number format shows a duration, whose hours go on beyond a day.
 *
 * @example isDurationFormat(164, '[h]:mm:ss') // => true
 * @example isDurationFormat(164, 'h:mm:ss') // => false
 */
export function isDurationFormat(id: number, code: string | undefined): boolean {
  return code === undefined ? id === DURATION_FORMAT : /\[(h+|m+|s+)\]/i.test(code);
}
