/** Cells that mean "nothing" in a column of numbers, days or states, whatever the format. */
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

/** SQL literals of texts that the program itself holds. */
export function sqlTexts(texts: readonly string[]): string {
  return texts.map((text) => `'${text.replaceAll("'", "''")}'`).join(', ');
}
