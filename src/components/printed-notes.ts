import { formatDay, formatPeriod } from '#core/format/format-day.ts';
import { formatFact } from '#core/format/format-fact.ts';
import { formatInterval } from '#core/format/format-interval.ts';
import { observationsOf } from '#core/format/format-observations.ts';
import { formatSources } from '#core/format/format-sources.ts';
import { formatValue } from '#core/format/format-value.ts';
import { filled, type Words } from '#core/language/words.ts';
import type { Interval } from '#core/schemas/fact.ts';
import type { Portal } from '#data/portal.ts';
import { daysInText } from './days-in-text.ts';
import type { PageNote } from './page-notes.ts';

/** A note at the end of the paper. */
export interface PrintedNote {
  number: number;
  label: string;
  /** What follows the label, its first stop included. */
  text: string;
  /** Whose it is, of several the first. */
  first: PageNote;
}

/** What so many notes share is said once, above them. */
const MANY = 4;

/**
 * The passports of all numbers of a page, for paper, where nothing can be tapped; `above` is said of all of them. What is
 * worked out alike for several Portraits is one note: how, and then each by its name, those of whom the same is said
 * together.
 */
export function printedNotes(
  notes: readonly PageNote[],
  { personas, formats }: Pick<Portal, 'personas' | 'formats'>,
  words: Words['notes'],
): { above: string; notes: PrintedNote[] } {
  const [most] = [...Map.groupBy(notes, ground)].toSorted(
    ([, one], [, other]) => other.length - one.length,
  );
  const shared = most && most[1].length >= MANY ? most[0] : null;
  const definitions = [...Map.groupBy(notes, ({ number }) => number)];
  return {
    above: [
      ...(shared === null ? [] : [filled(words.shared, { ground: shared })]),
      ...(definitions.length < notes.length ? [words.brackets] : []),
    ].join(' '),
    notes: definitions.map(([number, alike]) => {
      const [first] = alike as [PageNote];
      const text = alike.length === 1 ? ofOne(first) : ofSeveral(alike, first);
      return { number, label: first.fact.label, text, first };
    }),
  };

  /** On which time, exports and day a number stands. */
  function ground({ fact }: PageNote): string {
    return [
      fact.timeUnknown ? words.timeNotStated : formatPeriod(fact.period, formats),
      fact.sources.length > 0
        ? filled(words.from, { sources: formatSources(fact.sources, formats) })
        : words.notStated,
      ...(fact.timeUnknown ? [] : [filled(words.asOf, { day: formatDay(fact.asOf, formats) })]),
    ].join('; ');
  }

  function ofOne(note: PageNote): string {
    const { fact } = note;
    const interval = intervalOf(note);
    const observations = observationsOf(fact, formats);
    const parts = [
      fact.formula,
      ...(interval ? [intervalText(note, interval)] : []),
      ...(observations === null ? [] : [filled(words.n, { n: observations })]),
      ...particulars(note),
    ];
    return `: ${figure(note)}. ${parts.join('; ')}.`;
  }

  function ofSeveral(alike: readonly PageNote[], { fact }: PageNote): string {
    const intervals = alike.flatMap((note) => intervalOf(note) ?? []);
    const kinds = new Map(intervals.map((one) => [`${one.level} ${one.method}`, one]));
    const [kind] = kinds.size === 1 ? kinds.values() : [];
    const how = kind && filled(words.method, { level: levelOf(kind), method: kind.method });
    const said = (note: PageNote): string => {
      const interval = intervalOf(note);
      const observations = observationsOf(note.fact, formats);
      const brackets = [
        ...(interval
          ? [
              kind
                ? formatInterval(interval, note.fact.unit, formats)
                : intervalText(note, interval),
            ]
          : []),
        ...(observations === null ? [] : [observations]),
      ];
      const value = figure(note);
      return [
        brackets.length > 0 ? `${value} (${brackets.join('; ')})` : value,
        ...particulars(note),
      ].join('; ');
    };
    const each = [...Map.groupBy(alike, said)].map(
      ([text, same]) => `${same.map(nameOf).join(', ')}: ${text}`,
    );
    return `. ${[how ? `${fact.formula}; ${how}` : fact.formula, ...each].join('. ')}.`;
  }

  /** On what a number stands where that is not what most stand on, and why there is none. */
  function particulars(note: PageNote): string[] {
    const { fact } = note;
    return [
      ...(ground(note) === shared ? [] : [ground(note)]),
      ...('reason' in fact && !formatFact(fact, formats).includes(fact.reason)
        ? [daysInText(fact.reason, formats)]
        : []),
    ];
  }

  /** As the page prints it: the reason why there is none may hold days. */
  function figure({ fact }: PageNote): string {
    const text = formatFact(fact, formats);
    return 'reason' in fact ? daysInText(text, formats) : text;
  }

  function intervalText({ fact }: PageNote, interval: Interval): string {
    return filled(words.interval, {
      level: levelOf(interval),
      interval: formatInterval(interval, fact.unit, formats),
      method: interval.method,
    });
  }

  function levelOf({ level }: Interval): string {
    return formatValue(level, 'ratio', formats);
  }

  function nameOf({ owner }: PageNote): string {
    return personas.find(({ id }) => owner === `personas/${id}`)?.name ?? '';
  }
}

function intervalOf({ fact }: PageNote): Interval | undefined {
  return 'interval' in fact ? fact.interval : undefined;
}
