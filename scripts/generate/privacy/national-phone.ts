/**
 * A phone as people dial it inside its country: a zero, and what follows the number of the country; or that alone where
 * nothing is dialled in front, eight digits at least. A one in front is America's own number.
 */
const DIALLED = String.raw`0[1-9]\d{6,}|[2-9]\d{7,}`;

/** Digits of the number of a country at most. */
const COUNTRY_DIGITS = 3;

/** SQL: whether the phone (normalised, identities.ts) is written as inside its country. */
export function isNational(phone: string): string {
  return `regexp_full_match(${phone}, '${DIALLED}')`;
}

/** SQL: whether the first is the second as people dial it inside its country: "0151 2000037" for "+49 151 2000037", "555 017 0001" for "+1 555 017 0001". */
export function dialsInside(dialled: string, international: string): string {
  return `coalesce(${isNational(dialled)} AND list_contains(${insideForms(international)}, ltrim(${dialled}, '0')), false)`;
}

/** SQL of the list of what an international number can be inside its country, without the zero: how long the country's is, nobody says. */
export function insideForms(international: string): string {
  const forms = Array.from(
    { length: COUNTRY_DIGITS },
    (_, digits) => `substr(${international}, ${digits + 3})`,
  );
  return `CASE WHEN starts_with(${international}, '+') THEN [${forms.join(', ')}] ELSE [] END`;
}
