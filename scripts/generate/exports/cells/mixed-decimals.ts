/** What stands between groups of three digits besides points and commas. */
const GAPS = " '’\u00a0\u202f";

/**
 * A regular expression of the digits of an amount that shows its own decimal sign, in a sheet where people have typed
 * texts ("12,50", "1.234,50") among its numbers (1234.5). Three digits behind a single sign could be thousands:
 * "1,234" is no such amount, "0,125" is.
 */
export function ownDecimalDigits(digits: number, decimals: string): string {
  const fraction = String.raw`(?:\d{1,2}|\d{4,${decimals}}0*)`;
  return [
    String.raw`\d{1,${digits}}(?:[.,]${fraction})?`,
    String.raw`0?[.,]\d{1,${decimals}}0*`,
    String.raw`\d{1,3}(?:[.${GAPS}]\d{3}){1,3},${fraction}`,
    String.raw`\d{1,3}(?:[,${GAPS}]\d{3}){1,3}\.${fraction}`,
    String.raw`\d{1,3}(?:\.\d{3}){2,3}|\d{1,3}(?:,\d{3}){2,3}|\d{1,3}(?:[${GAPS}]\d{3}){1,3}`,
  ].join('|');
}

/** SQL of such digits as a plain number. */
export function ownDecimalNumber(digits: string): string {
  const signed = `regexp_replace(${digits}, '^(0?)[.,](\\d+)$|[.,](\\d{1,2}|\\d{4,})$', '\\1#\\2\\3')`;
  return `replace(regexp_replace(${signed}, '[^0-9#]', '', 'g'), '#', '.')`;
}
