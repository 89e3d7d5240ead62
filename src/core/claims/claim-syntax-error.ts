/** A claim that cannot be read: where, what stands there, and what was expected instead. */
export class ClaimSyntaxError extends Error {
  /** Index of the first character that is wrong, from 0; the text's length when it ends too early. */
  readonly position: number;
  readonly found: string;
  readonly expected: string;

  constructor(claim: string, position: number, found: string, expected: string) {
    super(
      `Cannot read claim "${claim}": character ${position + 1}: found ${found}; expected ${expected}`,
    );
    this.name = 'ClaimSyntaxError';
    this.position = position;
    this.found = found;
    this.expected = expected;
  }
}
