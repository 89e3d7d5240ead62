/** A place in a draft that waits for somebody: set apart from what is known, so that nobody takes it for content. */
export function invitation(text: string): string {
  return `<Callout title="Still to be written">\n  ${text}\n</Callout>`;
}
