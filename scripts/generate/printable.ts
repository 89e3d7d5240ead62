/** A text from outside (a file's name) as a terminal may show it: control characters cannot move or colour anything. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '\uFFFD');
}
