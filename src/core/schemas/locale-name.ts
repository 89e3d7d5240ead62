/**
 * Whether numbers can be written by the rules of this locale (BCP 47).
 *
 * @example isLocale('fr-FR') // => true
 * @example isLocale('fr_FR') // => false
 */
export function isLocale(name: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(name).length > 0;
  } catch {
    return false;
  }
}
