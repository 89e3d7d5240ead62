/** A telephone number in its international form: a spreadsheet can make nothing of it but a number. */
const PHONE = /^\+\d{7,15}$/;

/**
 * Where a spreadsheet would begin a formula: at the start of a cell, and after whatever it may take for the end of
 * one in another country. Full-width signs are read as formulas too.
 */
const FORMULA_START = /(^|[;,|"\t\r\n])([\s\0]*)([=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

/**
 * Rows as CSV whose cells can be opened in a spreadsheet: what came out of an export is text there too and is never
 * run as a formula.
 */
export function formulaSafeCsv(
  header: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}

/** Whether a spreadsheet program could run a text, so that a list can only hold it changed. */
export function isFormula(text: string): boolean {
  return safeText(text) !== text;
}

function safeText(text: string): string {
  return PHONE.test(text) ? text : text.replace(FORMULA_START, "$1$2'$3");
}

function cell(value: string | null): string {
  const safe = safeText(value ?? '');
  return /[",;|\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
