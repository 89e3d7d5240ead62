import { withinMeasure } from './within-measure.ts';

/** What stands between thousands besides a point or a comma; in SQL. */
const GAP = "[ ''’\u00a0\u202f]";

/**
 * SQL that reads an amount out of a text that says more than one thing, where the file's own decimal sign is of no use:
 * "৳2,999", "1.234,50 €", "1 234,50 kr", "-12.50". A sign before exactly three last digits groups thousands
 * ("0.125" apart), any other last sign is the decimal one.
 *
 * @param text SQL of a text with one amount; it is evaluated more than once
 * @returns DECIMAL(18,4), a trillion at most; null where there is no amount
 */
export function looseAmount(text: string): string {
  const amount = `regexp_replace(regexp_extract(${text}, '\\d[\\d.,]*(?:${GAP}\\d{3}(?:[.,]\\d+)?\\b)*'), '${GAP}', '', 'g')`;
  const fraction = `regexp_extract(${amount}, '^(?:0|.*\\d)[.,](\\d{1,2}|\\d{4,})$|^0[.,](\\d{3})$', 0)`;
  const hasFraction = `${fraction} <> ''`;
  const decimals = `regexp_extract(${amount}, '[.,](\\d+)$', 1)`;
  const whole = `regexp_replace(CASE WHEN ${hasFraction} THEN regexp_replace(${amount}, '[.,]\\d+$', '') ELSE ${amount} END, '[.,]', '', 'g')`;
  const sign = `CASE WHEN regexp_matches(${text}, '[-−(][^0-9]*\\d') THEN '-' ELSE '' END`;
  return withinMeasure(
    `concat(${sign}, ${whole}, CASE WHEN ${hasFraction} THEN '.' || ${decimals} ELSE '' END)`,
  );
}
