import type { Engine } from '#generate/warehouse/engine.ts';

/** Orders outside these years are typing errors. */
export const FIRST_YEAR = 1980;
export const LAST_YEAR = 2049;
const HOUR = 3_600_000;

/** A stretch of time with one offset. */
interface ZoneSpan {
  /** UTC milliseconds at which it begins. */
  from: number;
  offsetSeconds: number;
}

/** SQL functions that tell a zone's offset from UTC in seconds. */
export interface ZoneFunctions {
  /** Of a time in UTC. */
  ofUtc: string;
  /**
   * Of a time by the zone's clock, and whether it states a time of day. Null for one that the clock never showed, as it
   * was moved forward over it; a day that begins so begins with the change. One that it showed twice is the first.
   */
  ofLocal: string;
}

/** The functions of the shop's zone. */
export const SHOP_ZONE: ZoneFunctions = { ofUtc: 'shop_offset', ofLocal: 'shop_local_offset' };

/**
 * Creates the functions of the shop's zone, of others on demand: a search among the changes of its clock, which costs
 * next to nothing for a row, where asking a time zone library for each is dear, and a join by day keeps the engine from
 * writing rows in the order of their file.
 */
export async function createZone(
  engine: Engine,
  timeZone: string,
  functions: ZoneFunctions = SHOP_ZONE,
): Promise<void> {
  const [first, ...changes] = zoneSpans(timeZone);
  const offsets = [first?.offsetSeconds ?? 0, ...changes.map(({ offsetSeconds }) => offsetSeconds)];
  const ofUtc = changes.map(({ from }, index) => ({ from, sql: String(offsets[index + 1]) }));
  const ofLocal = changes.flatMap(({ from }, index) => {
    const [before = 0, after = 0] = offsets.slice(index, index + 2);
    // The clock stops at `shuts`; where it is moved forward, it goes on at `opens`.
    const [shuts, opens] = [from + before * 1000, from + after * 1000];
    const go = { from: Math.max(shuts, opens), sql: String(after) };
    const sinceChange = `CAST(epoch(clock) - ${from / 1000} AS INTEGER)`;
    return opens <= shuts
      ? [go]
      : [{ from: shuts, sql: `CASE WHEN NOT states_time THEN ${sinceChange} END` }, go];
  });
  const at = String(offsets[0]);
  await engine.run(
    `CREATE OR REPLACE MACRO ${functions.ofUtc}(utc) AS ${search('utc', at, ofUtc)}`,
  );
  await engine.run(
    `CREATE OR REPLACE MACRO ${functions.ofLocal}(clock, states_time) AS ${search('clock', at, ofLocal)}`,
  );
}

/** Creates the functions of another zone than the shop's. */
export async function createForeignZone(engine: Engine, timeZone: string): Promise<ZoneFunctions> {
  const name = timeZone.toLowerCase().replaceAll(/[^a-z0-9]/g, '_');
  const functions = { ofUtc: `offset_${name}`, ofLocal: `local_offset_${name}` };
  await createZone(engine, timeZone, functions);
  return functions;
}

/** SQL from a moment on, in milliseconds. */
interface Stretch {
  from: number;
  sql: string;
}

/** SQL of the stretch that a time is in, each comparison halving those that are left; before the first one `at`. */
function search(time: string, at: string, stretches: readonly Stretch[]): string {
  if (stretches.length === 0) return at;
  const middle = stretches.length >> 1;
  const { from = 0, sql = '' } = stretches[middle] ?? {};
  const moment = new Date(from).toISOString().slice(0, 19).replace('T', ' ');
  return `CASE WHEN ${time} < TIMESTAMP '${moment}' THEN ${search(time, at, stretches.slice(0, middle))} ELSE ${search(time, sql, stretches.slice(middle + 1))} END`;
}

/** Finds the zone's offsets and the moments at which they change. */
function zoneSpans(timeZone: string): ZoneSpan[] {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const offsetAt = (time: number): number => {
    const name =
      format.formatToParts(time).find((part) => part.type === 'timeZoneName')?.value ?? '';
    const match = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(name);
    if (match?.[1] === undefined) return 0;
    const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
    return match[1] === '-' ? -seconds : seconds;
  };
  // A day before the first, so that local times before it in UTC are covered.
  let time = Date.UTC(FIRST_YEAR - 1, 11, 30);
  const end = Date.UTC(LAST_YEAR + 1, 0, 2);
  const spans: ZoneSpan[] = [{ from: time, offsetSeconds: offsetAt(time) }];
  // Shorter than the shortest summer time on record (Morocco's break for Ramadan).
  const step = 14 * 24 * HOUR;
  let before = offsetAt(time);
  for (; time < end; time += step) {
    const after = offsetAt(time + step);
    if (after === before) continue;
    let [low, high] = [time, time + step];
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000;
      if (offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    spans.push({ from: high, offsetSeconds: after });
    before = after;
  }
  return spans;
}
