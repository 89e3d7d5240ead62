const RULES = new Intl.PluralRules('en');

/**
 * Number with its noun – "1 order" and not "1 orders". Sentences of the portal are English; the number is written as given.
 * Definition: the plural rules of English (CLDR), for nouns that take an "s".
 * Empty case: nothing is plural, "0 orders".
 * @param written the number in the form that the reader's language asks for; default: digits in English groups
 * @example counted(1, 'order') // => '1 order'
 * @example counted(12345, 'order') // => '12,345 orders'
 * @example counted(0, 'day') // => '0 days'
 */
export function counted(count: number, noun: string, written = count.toLocaleString('en')): string {
  return `${written} ${noun}${RULES.select(count) === 'one' ? '' : 's'}`;
}
