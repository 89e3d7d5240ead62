import { z } from 'zod';

/** One thing that is wrong with the input, and where. */
export const IssueSchema = z.strictObject({
  /** Path as the user knows it. */
  file: z.string(),
  line: z.int().positive().optional(),
  column: z.string().optional(),
  /** What was there: a cell only from number, date and state columns, else its shape ("text, 23 characters"). */
  found: z.string(),
  expected: z.string(),
});
export type Issue = z.output<typeof IssueSchema>;
