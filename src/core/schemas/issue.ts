/** One thing that is wrong with the input, and where. */
export interface Issue {
  /** Path as the user knows it. */
  file: string;
  line?: number | undefined;
  column?: string | undefined;
  /** What was there: a cell only from number, date and state columns, else its shape ("text, 23 characters"). */
  found: string;
  expected: string;
}
