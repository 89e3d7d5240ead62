/** Cells that mean "nothing" in a column of numbers, days, states or names, whatever the format. */
export const NULL_TOKENS = [
  '--',
  '-',
  '—',
  '–',
  'n/a',
  'N/A',
  'N/a',
  '#N/A',
  String.raw`\N`,
  'NULL',
  'null',
];

/** The same in a column of text, where "n/a" or "-" may be what somebody wrote. */
export const TEXT_NULL_TOKENS = [String.raw`\N`, '--'];

const LONGEST = Math.max(...NULL_TOKENS.map((token) => Buffer.byteLength(token)));

/** SQL: whether a text is such a token. Most are longer: the list is costly to ask. */
export function isNothing(text: string): string {
  return `(strlen(${text}) <= ${LONGEST} AND ${text} IN (${sqlTexts(NULL_TOKENS)}))`;
}

/** SQL literals of texts that the program itself holds. */
export function sqlTexts(texts: readonly string[]): string {
  return texts.map((text) => `'${text.replaceAll("'", "''")}'`).join(', ');
}
