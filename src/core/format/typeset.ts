/**
 * Typeset – makes the text of `Intl` the same on every version of its data: narrow and thin spaces become no-break
 * or plain ones (most typefaces lack them), a hyphen before a number becomes a minus sign.
 * Empty case: an empty text stays empty.
 * @example typeset('-5') // => '−5'
 */
export function typeset(text: string): string {
  return text
    .replace(/\u202f/g, '\u00a0')
    .replace(/[\u2009\u200a]/g, ' ')
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replace(/-(?=\p{Sc}|[A-Z]{3}|\d)/u, '−');
}
