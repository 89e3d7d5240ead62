import { sqlTexts } from './null-tokens.ts';

/**
 * What says yes and no, in lower case: besides the tools' own words those that a spreadsheet program makes of true and
 * false in German, French, Spanish, Italian, Dutch, Portuguese, Polish and the languages of the North.
 */
const YES = [
  ...['yes', 'true', 'y', '1'],
  ...['wahr', 'vrai', 'verdadero', 'vero', 'waar', 'verdadeiro', 'prawda', 'sant', 'sand', 'sann'],
];
const NO = [
  ...['no', 'false', 'n', '0'],
  ...['falsch', 'faux', 'falso', 'onwaar', 'fałsz', 'falskt', 'falsk', 'usann'],
];

/** A regular expression (RE2) that a yes or no must match whole. */
export const YES_OR_NO = `^(?i:${[...YES, ...NO].join('|')})$`;

/** SQL: whether the cell says yes; null where it is empty. */
export function saysYes(cell: string): string {
  return `lower(${cell}) IN (${sqlTexts(YES)})`;
}

/** SQL: whether the cell says no; null where it is empty. */
export function saysNo(cell: string): string {
  return `lower(${cell}) IN (${sqlTexts(NO)})`;
}
