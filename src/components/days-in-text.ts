import type { Formats } from '#core/format/formats.ts';
import { formatDay } from '#core/format/format-day.ts';
import { DaySchema } from '#core/schemas/identifiers.ts';

const DAY = /\b\d{4}-\d{2}-\d{2}\b/g;

/** A sentence of the program with its days as people read them, none of them broken over two lines. */
export function daysInText(text: string, formats: Formats): string {
  return text.replace(DAY, (day) =>
    DaySchema.safeParse(day).success ? formatDay(day, formats).replaceAll(' ', '\u00a0') : day,
  );
}
