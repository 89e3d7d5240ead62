import { isDocumented, type Adapter, type ColumnDeclaration } from '../adapter.ts';
import { isNothing, NULL_TOKENS, sqlTexts, TEXT_NULL_TOKENS } from './null-tokens.ts';
import { keyColumns, nameColumns, personColumns } from './spreadsheet-damage.ts';

/** Spaces that real cells are padded with. */
const SPACES = ' \u00a0\t';

/** With what a formula of a spreadsheet program begins. */
const FORMULA_SIGNS = [...'=+@-'];
const DIGITS = [...'0123456789'];

/** What is known of all cells of a column, so that it need not be asked of each. */
export interface KnownCells {
  /** None is empty, begins with what sorts before BEGINNING, or holds a tab or a no-break space. */
  beginPlain: boolean;
  /** None holds a backslash. */
  noBackslash: boolean;
}

export const UNKNOWN_CELLS: KnownCells = { beginPlain: false, noBackslash: false };

/** What sorts before it are spaces, guards and signs: ! " # $ % & ' ( ) * + , - */
export const BEGINNING = '.';

/** SQL of a raw cell without padding; null where nothing is left. Cells without any are not touched: trimming is slow. */
export function trimmedCell(cell: string, known: KnownCells = UNKNOWN_CELLS): string {
  if (known.beginPlain)
    return `CASE WHEN ends_with(${cell}, ' ') THEN rtrim(${cell}, ' ') ELSE ${cell} END`;
  const padded = [
    `${cell} < '!'`,
    ...Array.from(SPACES, (space) => `ends_with(${cell}, '${space}')`),
    `starts_with(${cell}, '\u00a0')`,
  ].join(' OR ');
  return `CASE WHEN ${padded} THEN nullif(trim(${cell}, '${SPACES}'), '') ELSE ${cell} END`;
}

/**
 * SQL of a trimmed cell as its column takes it: null for the tokens that mean nothing, and without the apostrophe that
 * tools put before an identifier or, in text, before what a spreadsheet program would take for a formula ("'-12.50").
 */
export function cellText(
  trimmed: string,
  declaration: ColumnDeclaration,
  adapter: Adapter,
  known: KnownCells = UNKNOWN_CELLS,
): string {
  if (declaration.type !== 'text') return trimmed;
  const text = writtenText(trimmed, declaration, adapter, known);
  return isName(declaration, adapter)
    ? `CASE WHEN NOT ${isNothing(trimmed)} THEN ${text} END`
    : text;
}

/** Whether its cells name an order, a thing or a person, whom nobody calls "n/a". */
function isName(declaration: ColumnDeclaration, adapter: Adapter): boolean {
  const names = [keyColumns(adapter), nameColumns(adapter), personColumns(adapter)];
  return names.flat().some((name) => adapter.columns[name] === declaration);
}

function writtenText(
  trimmed: string,
  declaration: ColumnDeclaration,
  adapter: Adapter,
  known: KnownCells,
): string {
  const nothing = [...TEXT_NULL_TOKENS, ...(adapter.emptyCells ?? [])];
  if (known.beginPlain && nothing.every((token) => isRuledOut(token, known))) return trimmed;
  const tokens = sqlTexts(nothing);
  const filled = `CASE WHEN ${trimmed} NOT IN (${tokens}) THEN ${trimmed} END`;
  const isIdentifier = declaration.identifier !== undefined;
  // In a documented CSV the text is what it is.
  if (!isIdentifier && isDocumented(adapter)) return filled;
  const behind = isIdentifier ? [...FORMULA_SIGNS, ...DIGITS] : FORMULA_SIGNS;
  const guarded = `starts_with(${trimmed}, '\'\'') AND substr(${trimmed}, 2, 1) IN (${sqlTexts(behind)})`;
  return `CASE WHEN ${trimmed} IN (${tokens}) THEN NULL WHEN ${guarded} THEN substr(${trimmed}, 2) ELSE ${trimmed} END`;
}

/** Whether no cell of the column can be the token. */
function isRuledOut(token: string, { beginPlain, noBackslash }: KnownCells): boolean {
  return (beginPlain && token < BEGINNING) || (noBackslash && token.includes('\\'));
}

/** SQL: whether the cell of such a column holds something. */
export function isFilled(
  cell: string,
  type: ColumnDeclaration['type'],
  emptyCells: readonly string[] = [],
): string {
  if (type === 'text' || type === 'cells') return `${cell} IS NOT NULL`;
  return `(${cell} IS NOT NULL AND ${cell} NOT IN (${sqlTexts([...NULL_TOKENS, ...emptyCells])}))`;
}

/** SQL: whether a spreadsheet program has shortened the identifier: "9.21E+11", or zeros in front are lost. */
export function isDamaged(cell: string, identifier: true | number): string {
  const shortened = `CASE WHEN contains(upper(${cell}), 'E+') THEN regexp_full_match(${cell}, '\\d([.,]\\d+)?[Ee]\\+\\d+') ELSE false END`;
  return identifier === true
    ? shortened
    : `((${shortened}) OR (length(${cell}) < ${identifier} AND regexp_full_match(${cell}, '\\d+')))`;
}
