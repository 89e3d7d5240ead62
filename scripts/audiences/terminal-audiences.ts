import type { Formats } from '#core/format/formats.ts';
import { formatValue } from '#core/format/format-value.ts';
import type { MadeAudiences } from './make-audiences.ts';

/** What a person reads after the lists were written: how many, how many on the list, what they were worth. */
export function terminalAudiences(made: MadeAudiences, formats: Formats): string {
  const { floor = 1 } = formats;
  const rows = made.audiences.map(({ label, people, reachable, value }) => [
    label,
    people.toLocaleString(formats.locale),
    reachable.toLocaleString(formats.locale),
    // What very few people spent is what each of them spent.
    people < floor ? `under ${floor} people` : formatValue(Number(value), 'money', formats),
  ]);
  const header = ['audience', 'people', 'on the list', 'net revenue, 24 months'];
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]): string =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return [
    line(header),
    line(widths.map((width) => '─'.repeat(width))),
    ...rows.map(line),
    '',
    ...made.audiences.map(({ label, definition }) => `${label}: ${definition}`),
    `As of ${made.asOf}; ${made.taggedOrders.toLocaleString(formats.locale)} orders of the last days have a packing tag`,
  ].join('\n');
}
