/**
 * Which way a language is written – so that a page in Hebrew begins at the right. Definition: the script that the language
 * is usually written in (CLDR). Source: Intl. A language that nobody knows is written from the left.
 *
 * @example writingDirection('he') // => 'rtl'
 */
export function writingDirection(language: string): 'ltr' | 'rtl' {
  return new Intl.Locale(language).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr';
}
