const STOP_WORDS: ReadonlySet<string> = new Set(
  'a about all an and any are as at be by can did do does for from had has have how i in is it its many me much my of on or our she so that the their them they this to us was we were what when where which who why with you'.split(
    ' ',
  ),
);

/** Whether a word is one of those that every page has. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/**
 * Meaningful words – a query without the words that every page has.
 * Empty case: a query of such words alone keeps them: "who are we" must find something.
 * @example meaningfulWords(['who', 'buys', 'jeans']) // => ['buys', 'jeans']
 */
export function meaningfulWords(words: readonly string[]): string[] {
  const kept = words.filter((word) => !isStopWord(word));
  return kept.length > 0 ? kept : [...words];
}
