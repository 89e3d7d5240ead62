const STOP_WORDS: ReadonlySet<string> = new Set(
  'a about all an and any are as at be by can did do does for from had has have how i in is it its many me much my of on or our she so that the their them they this to us was we were what when where which who why with you'.split(
    ' ',
  ),
);

/** What is asked about is something else: "people who buy tents" is about tents. */
const WEAK_WORDS: ReadonlySet<string> = new Set(
  'anybody anything always buy buyer buyers buys client clients consumer consumers customer customers else every everybody everything find get gets give gives go goes just like look make makes most need never only other others people person please really say shopper shoppers show some somebody someone something still stuff tell than thing things use uses used very want wants way will would'.split(
    ' ',
  ),
);

/**
 * Whether a word is one of those that every page has.
 * @example isStopWord('the') // => true
 */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/**
 * Says something – whether a query holds more than words that every page has or that say little.
 * Empty case: false for a query without words.
 * @example saysSomething(['who', 'wants', 'jeans']) // => true
 */
export function saysSomething(words: readonly string[]): boolean {
  return words.some((word) => !isStopWord(word) && !WEAK_WORDS.has(word));
}

/**
 * Meaningful words – a query without the words that every page has, and without those that say little beside others.
 * Empty case: a query of such words alone keeps them: "who are we" and "our customers" must find something.
 * @example meaningfulWords(['customers', 'who', 'want', 'jeans']) // => ['jeans']
 */
export function meaningfulWords(words: readonly string[]): string[] {
  const kept = words.filter((word) => !isStopWord(word));
  const telling = kept.filter((word) => !WEAK_WORDS.has(word));
  return [telling, kept, [...words]].find((some) => some.length > 0) ?? [];
}
