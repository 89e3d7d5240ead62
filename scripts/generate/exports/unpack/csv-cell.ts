/** A cell as it stands in comma-separated text (RFC 4180). */
export function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Control characters, which are no text; tab and line breaks are. */
const NO_TEXT = String.raw`[\x00-\x08\x0b\x0c\x0e-\x1f]`;
const SPECIAL = String.raw`[",\r\n\x00-\x08\x0b\x0c\x0e-\x1f]`;

/** The same in SQL; null as nothing, control characters left out. */
export function csvCellSql(text: string): string {
  const clean = `regexp_replace(${text}, '${NO_TEXT}', '', 'g')`;
  return `CASE WHEN ${text} IS NULL THEN '' WHEN regexp_matches(${text}, '${SPECIAL}') THEN concat('"', replace(${clean}, '"', '""'), '"') ELSE ${text} END`;
}
