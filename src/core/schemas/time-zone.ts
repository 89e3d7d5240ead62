/**
 * Whether Intl knows the zone. Its list of zones is no test: it has one name of each and may have the old one,
 * "Asia/Calcutta" without "Asia/Kolkata".
 *
 * @example isTimeZone('Asia/Kolkata') // => true
 * @example isTimeZone('Berlin') // => false
 */
export function isTimeZone(name: string): boolean {
  if (name !== 'UTC' && !name.includes('/')) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
