import type { ColumnDeclaration } from '../adapter.ts';

/** Letters and length that a mistyped number or day has; a name or an address that slipped into the column has not. */
const SHOWABLE = /^(?=.*\d)[\d\s.,:;'/+\-%TZ€$£]*[A-Za-z]{0,3}[\d\s.,:;'/+\-%TZ€$£]*$/;

/**
 * A bad cell as a message may show it: quoted in number, date and state columns, elsewhere only its shape. Longer
 * or wordy cells are not quoted there either, since in a shifted row they may be a person's.
 *
 * @example describeCell('12,5O', { headers: ['total'], type: 'decimal' }) // => '"12,5O"'
 */
export function describeCell(text: string, column: ColumnDeclaration): string {
  const bare = text.trim();
  const quotable =
    column.personal !== true &&
    column.type !== 'text' &&
    (bare.length <= 5
      ? !bare.includes('@')
      : bare.length <= 30 && SHOWABLE.test(bare) && !/\d{9,}/.test(bare));
  return quotable ? `"${bare}"` : `text, ${bare.length} characters`;
}
