/** What a spreadsheet would take for the beginning of a formula; full-width forms count as well. */
const FORMULA = /^[\s\0]*[=+\-@＝＋－＠]/;
/** A plain number may begin with a sign. */
const NUMBER = /^[+-]?\d+(?:[.,]\d+)*$/;

/**
 * CSV of a table – rows as a spreadsheet reads them, and never runs them.
 * Definition: RFC 4180 with commas and CRLF; a cell that would begin a formula gets an apostrophe in front.
 * Source: RFC 4180; OWASP, "CSV Injection".
 * Empty case: no rows give an empty text.
 * @example csvTable([['Part', 'Share'], ['Jeans, blue', '12 %']]) // => 'Part,Share\r\n"Jeans, blue",12 %\r\n'
 * @example csvTable([['=1+1', '-5']]) // => "'=1+1,-5\r\n"
 */
export function csvTable(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
