import type { Freshness } from '#core/schemas/data-quality.ts';
import type { Fact } from '#core/schemas/fact.ts';

/** Sources whose newest row is of one day, before the figure ends. */
export interface EndedSources {
  day: string;
  sources: string[];
}

/**
 * Ended sources – exports that end earlier than the figures they are in, so that nobody reads a missing file as a crash.
 * Definition: sources of the figures without new rows for longer than they may be, whose newest row lies inside a
 * figure's time; by day, the earliest first. What ended before that time is in no part of the figure.
 * Source: this portal; how long is usual is `sourceFreshness` of `generate`, or the config.
 * Empty case: figures without a number, and sources as fresh as they should be, give none.
 * @example endedSources([], []) // => []
 */
export function endedSources(
  facts: readonly Fact[],
  freshness: readonly Freshness[],
): EndedSources[] {
  const ended = freshness.filter(
    ({ source, newest, isStale }) =>
      isStale &&
      facts.some(
        ({ value, sources, period }) =>
          value !== null && sources.includes(source) && newest >= period.from && newest < period.to,
      ),
  );
  return [...Map.groupBy(ended, ({ newest }) => newest)]
    .map(([day, those]) => ({ day, sources: those.map(({ source }) => source) }))
    .sort((one, other) => (one.day < other.day ? -1 : 1));
}
