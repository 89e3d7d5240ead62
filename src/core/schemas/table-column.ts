import { z } from 'zod';

/** How a number is written: digits with a point, or grouped, with a currency or percent sign, by its decimal sign. */
const NumberFormSchema = z.enum(['plain', 'point', 'comma']);
export type NumberForm = z.output<typeof NumberFormSchema>;

/** How a feature is read from one column of the customer table: what a stored model needs to read it again. */
export const TableColumnSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('number'),
    /** Header of the column. */
    name: z.string(),
    form: NumberFormSchema,
    /** Numbers are divided by it, so that no unit of money or length matters. */
    scale: z.number().positive(),
    /** Divided numbers beyond these are held at them. */
    low: z.number(),
    high: z.number(),
    /** An empty cell is 0; by default it is not known. */
    emptyIsZero: z.boolean().default(false),
  }),
  /** 1 for yes, 0 for no. */
  z.strictObject({ kind: z.literal('yesNo'), name: z.string() }),
  /** 1 for a cell that holds something, 0 for an empty one: a box that was ticked. */
  z.strictObject({ kind: z.literal('ticked'), name: z.string() }),
  /** 1 for this level of a category, 0 for another. */
  z.strictObject({
    kind: z.literal('level'),
    name: z.string(),
    level: z.string(),
    /** The level of whoever has none that is a feature: it follows from these, and is told beside them. */
    rest: z.string().optional(),
  }),
]);
export type TableColumn = z.output<typeof TableColumnSchema>;
