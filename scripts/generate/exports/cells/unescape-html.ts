/** Named entities that shops write into their exports; `&amp;` is last, so that "&amp;quot;" is not decoded twice. */
const NAMED: readonly (readonly [string, string])[] = [
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&nbsp;', ' '],
  ['&ndash;', '–'],
  ['&mdash;', '—'],
  ['&lsquo;', '‘'],
  ['&rsquo;', '’'],
  ['&ldquo;', '“'],
  ['&rdquo;', '”'],
  ['&hellip;', '…'],
  ['&times;', '×'],
  ['&deg;', '°'],
  ['&reg;', '®'],
  ['&trade;', '™'],
  ['&amp;', '&'],
];

/**
 * SQL that turns HTML entities in a text into what they stand for: the decimal ones ("&#039;") and the usual named
 * ones; others stay as they are.
 *
 * @param text SQL of the text; it is evaluated more than once
 */
export function unescapeHtml(text: string): string {
  const between = `regexp_split_to_array(${text}, '&#\\d{1,6};')`;
  const codes = `regexp_extract_all(${text}, '&#(\\d{1,6});', 1)`;
  const numeric = `array_to_string(list_transform(list_zip(${between}, ${codes}),
    lambda part: concat(part[1], CASE WHEN TRY_CAST(part[2] AS INTEGER) BETWEEN 1 AND 55295 THEN chr(CAST(part[2] AS INTEGER)) END)), '')`;
  const named = NAMED.reduce(
    (decoded, [entity, letter]) =>
      `replace(${decoded}, '${entity}', '${letter.replaceAll("'", "''")}')`,
    numeric,
  );
  return `CASE WHEN contains(${text}, '&') THEN ${named} ELSE ${text} END`;
}
