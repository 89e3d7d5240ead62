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

/** What people write for yes in the languages of the shops' exports, and the marks of ticked boxes. */
export const YES_WORDS = 'yes,y,true,t,1,on,x,✓,✔,ja,j,wahr,oui,o,vrai,sí,si,s,sì,verdadero,vero,sim,tak,ano,igen,kyllä,evet,da,checked,selected'.split(','); // prettier-ignore
/** What they write for no. */
export const NO_WORDS = 'no,n,false,f,0,off,nein,falsch,non,faux,falso,não,nao,nie,ne,nem,ei,hayır,nu,nee,nej,nei,unchecked'.split(','); // prettier-ignore

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
