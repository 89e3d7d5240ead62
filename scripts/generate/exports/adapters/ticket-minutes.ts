import type { ColumnDeclaration } from '../adapter.ts';

/** A duration that is written as hours, minutes and seconds: "26:03:30". */
export function duration(...headers: string[]): ColumnDeclaration {
  return {
    headers,
    type: 'text',
    pattern: String.raw`\d{1,7}:[0-5]?\d(:[0-5]?\d)?`,
    expected: 'a duration such as 1:30:00',
  };
}

/** SQL: minutes of a duration. */
export function minutesOf(cell: string): string {
  const part = (place: number): string =>
    `coalesce(TRY_CAST(split_part(${cell}, ':', ${place}) AS BIGINT), 0)`;
  return inMinutes(
    `CASE WHEN ${cell} IS NOT NULL THEN 3600 * ${part(1)} + 60 * ${part(2)} + ${part(3)} END`,
  );
}

/** SQL: minutes from one time to another; null where they are the wrong way round. */
export function minutesBetween(from: string, to: string): string {
  return `CASE WHEN ${to} >= ${from} THEN ${inMinutes(`date_diff('second', ${from}, ${to})`)} END`;
}

function inMinutes(seconds: string): string {
  return `CAST((${seconds}) / 60 AS DECIMAL(18,4))`;
}
