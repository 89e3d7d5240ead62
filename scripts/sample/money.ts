/** Cents as every export of the sample writes money: "12.05". */
export function money(cents: number): string {
  return `${String(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, '0')}`;
}
