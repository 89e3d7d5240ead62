/** The size of a slide's figure by its letters, so that the longest fits the narrowest screen; the shortest needs none. */
export function numeralClass(figure: string): string | null {
  if (figure.length > 8) return 'is-longest';
  if (figure.length > 5) return 'is-long';
  return figure.length > 4 ? 'is-medium' : null;
}
