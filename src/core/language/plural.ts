import type { Worded } from './words-of.ts';

/** A text by the number in it: "one" and "other" in English; other languages have more or fewer. */
export type PluralForms = Readonly<
  { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>
>;

/** Making the rules costs a hundred times their use. */
const made = new Map<string, Intl.PluralRules>();

/**
 * The form of a text that goes with a number – "{count} order" and "{count} orders". Definition: the plural rules of the
 * language (CLDR), of the number as it is printed: 1.04 printed as 1 takes the singular. A form that the language file
 * does not have: "other".
 *
 * @param digits how the number is printed
 * @example plural({ one: '{count} order', other: '{count} orders' }, 1, {}) // => '{count} order'
 * @example plural({ one: '{count} order', other: '{count} orders' }, 0, {}) // => '{count} orders'
 */
export function plural(
  forms: PluralForms,
  count: number,
  { language = 'en' }: Pick<Worded, 'language'>,
  digits: Intl.PluralRulesOptions = {},
): string {
  const key = `${language}${JSON.stringify(digits)}`;
  let rules = made.get(key);
  if (!rules) {
    rules = new Intl.PluralRules(language, digits);
    made.set(key, rules);
  }
  return forms[rules.select(Math.abs(count))] ?? forms.other;
}
