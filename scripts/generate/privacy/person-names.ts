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

/** Letters of the writings that know no spaces between words, in the way of regular expressions here and of the engine. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]`;
const UNSPACED_SQL = String.raw`[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}ー]`;

/** Letters of such a name without its spaces: two of them are a word too often. */
export const UNSPACED_NAME = { least: 3, most: 8 };
/** What stands there where somebody has no name: "guest", "customer", "not registered". */
const UNSPACED_PLACEHOLDERS = [
  'ゲスト',
  'ゲスト様',
  'お客様',
  '未登録',
  '비회원',
  '고객님',
  '匿名用户',
  '匿名使用者',
];

/** Runs of letters in which a name without spaces can stand. */
export const UNSPACED_RUN = new RegExp(`${UNSPACED}{${UNSPACED_NAME.least},}`, 'gu');

/**
 * SQL: the ways in which a name of these writings stands in a text without spaces: a list of one, of two where first and
 * last name are apart (which of them is which, the export does not say), else of none.
 */
export function unspacedNamesSql(name: string): string {
  const whole = `regexp_replace(${name}, '[\\s・]', '', 'g')`;
  const turned = `regexp_replace(${name}, '^(\\S+)\\s+(\\S+)$', '\\2\\1')`;
  const isName = `regexp_full_match(${whole}, '${UNSPACED_SQL}{${UNSPACED_NAME.least},${UNSPACED_NAME.most}}')`;
  return `CASE WHEN ${isName} AND ${whole} NOT IN (${UNSPACED_PLACEHOLDERS.map((one) => `'${one}'`).join(', ')})
    THEN list_distinct([${whole}, regexp_replace(${turned}, '[\\s・]', '', 'g')]) ELSE [] END`;
}

/** The words of a text as names are compared: letters only, without accents and capitals. */
export function nameWords(text: string): string[] {
  return plainLetters(text).match(/\p{L}+/gu) ?? [];
}

/** Letters that are no letter with a mark, and how they are written where they are missing. */
const PLAIN: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd' };
const WITHOUT_MARK = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/** Without accents and capitals, as `plainLettersSql` does it. */
export function plainLetters(text: string): string {
  const lower = text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
  return lower.replace(WITHOUT_MARK, (letter) => PLAIN[letter] ?? letter);
}

/** SQL of `plainLetters`. */
export function plainLettersSql(text: string): string {
  return Object.entries(PLAIN).reduce(
    (sql, [letter, plain]) => `replace(${sql}, '${letter}', '${plain}')`,
    `lower(strip_accents(${text}))`,
  );
}

/** SQL: "Mueller" for "Müller", as German is written without its letters. */
export function germanLettersSql(text: string): string {
  return `replace(replace(replace(lower(${text}), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue')`;
}

/** SQL of `nameWords`. */
export function nameWordsSql(text: string): string {
  return `regexp_extract_all(${plainLettersSql(text)}, '\\p{L}+')`;
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
