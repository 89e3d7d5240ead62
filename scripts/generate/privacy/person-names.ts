/** Words that stand where a name is missing: rows of theirs name nobody. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(
  (
    'a admin amazon at buyer card cash company customer demo dr ebay first gift guest gmbh in inc last llc local ltd ' +
    'mr mrs ms na name no none null of office online order orders pick pickup point pos retail sale service shop store ' +
    'support team test the unknown up user walk web wholesale'
  ).split(' '),
);

/** More words than that are a sentence or an address, and no name. */
const MOST_WORDS = 6;

/**
 * A name as it is looked for: its words without accents and capitals, sorted, so that "Smith, Anna" is found by
 * "Anna Smith". Null for what names nobody: less than two words, or words that stand for a missing name.
 *
 * @example personName('Adaeze O’Brien-Vale') // => 'adaeze brien o vale'
 */
export function personName(text: string): string | null {
  const words = nameWords(text);
  const isName =
    words.length <= MOST_WORDS &&
    words.filter((word) => word.length > 1).length > 1 &&
    !words.every((word) => PLACEHOLDERS.has(word));
  return isName ? words.sort().join(' ') : null;
}

/** The words of a text as names are compared: letters only, without accents and capitals. */
export function nameWords(text: string): string[] {
  return plainLetters(text).match(/\p{L}+/gu) ?? [];
}

/** Without accents and capitals, as the engine's strip_accents and lower do it. */
export function plainLetters(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** SQL of `nameWords`. */
export function nameWordsSql(text: string): string {
  return `regexp_extract_all(lower(strip_accents(${text})), '\\p{L}+')`;
}

/** SQL of `personName` over a list of words. */
export function personNameSql(words: string): string {
  return `CASE WHEN len(${words}) <= ${MOST_WORDS} AND len(list_filter(${words}, w -> length(w) > 1)) > 1
    AND len(list_filter(${words}, w -> NOT ${isPlaceholderSql('w')})) > 0
    THEN array_to_string(list_sort(${words}), ' ') END`;
}

/** SQL: whether a word stands for a missing name. */
export function isPlaceholderSql(word: string): string {
  return `${word} IN (${[...PLACEHOLDERS].map((one) => `'${one}'`).join(', ')})`;
}
