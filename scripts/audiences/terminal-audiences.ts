import { formatDayOfYear } from '#core/format/format-day.ts';
import type { Formats } from '#core/format/formats.ts';
import { formatValue } from '#core/format/format-value.ts';
import type { MadeAudiences } from './make-audiences.ts';

/**
 * What a person reads after the lists were made: how many, how many on the list and why not the others, what they were
 * worth. What very few people spent is what each of them spent, so it is not told.
 */
export function terminalAudiences(made: MadeAudiences, formats: Formats, floor: number): string {
  const { locale } = formats;
  const count = (people: number): string => people.toLocaleString(locale);
  const rows = made.audiences.map((one) =>
    one.unavailable === null
      ? [
          one.label,
          count(one.people),
          count(one.listed),
          count(one.refused),
          count(one.unreachable),
          count(one.early),
          count(one.overLimit),
          one.payers < floor
            ? `under ${floor} people`
            : formatValue(Number(one.value), 'money', formats),
        ]
      : [one.label, 'unavailable', '', '', '', '', '', ''],
  );
  const header = [
    'audience',
    'people',
    'on the list',
    'want no marketing',
    'no contact',
    'not yet due',
    'over the limit',
    'net revenue, 24 months',
  ];
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]): string =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [
    line(header),
    line(widths.map((width) => '─'.repeat(width))),
    ...rows.map(line),
    '',
    ...made.audiences.map(({ label, definition, unavailable }) =>
      unavailable === null ? `${label}: ${definition}` : `${label}: ${unavailable}`,
    ),
    ...made.audiences
      .filter(({ id, listed, early }) => id === 'second-purchase-due' && listed === 0 && early > 0)
      .map(
        ({ label, early }) =>
          `${label}: nobody is on the list, because ${count(early)} of them ${early === 1 ? 'is' : 'are'} not expected to buy yet. Should nobody ever be, customers here come back later than this audience looks: set a later toDays, or waitForRhythm: false, in portal.config.ts`,
      ),
    ...made.audiences
      .filter(({ listed, early, listedFrom }) => listedFrom !== null && listed === 0 && early > 0)
      .map(
        ({ label, listedFrom }) =>
          `${label}: nobody is on the list before ${formatDayOfYear(listedFrom ?? '', formats)}. What is said to them belongs to a season, and an earlier list would only use up their contact limit. For one at any time: waitForRhythm: false in portal.config.ts`,
      ),
    `As of ${made.asOf}${made.taggedOrders === null ? '' : `; ${count(made.taggedOrders)} orders of the last days have a packing tag`}`,
    ...made.filledSheets.map(
      (file) =>
        `${file} has answers: it was left alone. Move it into exports/, so that they are read`,
    ),
  ].join('\n');
}
