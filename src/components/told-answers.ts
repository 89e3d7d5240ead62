import type { Appended } from '#core/schemas/persona.ts';

/** An answer that a Portrait's customers gave more or less often than all who were asked. */
export interface ToldAnswer {
  asked: Appended;
  row: Row;
}
type Row = Appended['rows'][number];

/** How many say it on a Portrait's page before the table. */
const MOST = 3;
/** An answer that fewer gave says nothing about them. */
const SMALLEST_SHARE = 0.15;

/**
 * What a Portrait's customers said most unlike others: one answer a question, given more often before given less often,
 * the strongest first; of several that differ as much the one that most gave. Only what the interval supports; an answer that hardly anybody gave says nothing about them, and one that nobody gave is no headline.
 */
export function toldAnswers(appended: readonly Appended[]): ToldAnswer[] {
  return appended
    .flatMap((asked) => {
      const clear = asked.rows.filter(
        ({ status, share }) =>
          (status === 'more' && (share ?? 0) >= SMALLEST_SHARE) ||
          (status === 'less' && (share ?? 0) > 0),
      );
      const [strongest] = clear.toSorted((left, right) => strength(right) - strength(left));
      return strongest ? [{ asked, row: largestBeside(strongest, clear) }] : [];
    })
    .toSorted((left, right) => strength(right.row) - strength(left.row))
    .slice(0, MOST);
}

/** Of answers that set them apart as far, as the intervals tell, the one that most of them gave. */
function largestBeside(strongest: Row, clear: readonly Row[]): Row {
  if (strongest.status !== 'more') return strongest;
  const low = strongest.interval?.low ?? Infinity;
  return clear
    .filter(
      ({ status, interval }) => status === 'more' && interval !== null && interval.high >= low,
    )
    .reduce((most, row) => ((row.share ?? 0) > (most.share ?? 0) ? row : most), strongest);
}

/** More often counts before less often; then by the limit that is nearer to 1. */
function strength({ status, interval }: Row): number {
  if (!interval) return -1;
  return status === 'more' ? interval.low : 1 - interval.high;
}
