/** What the clock on the wall of the shop shows. */
export interface WallClock {
  /** YYYY-MM-DD. */
  day: string;
  /** Since midnight by the clock, 0–1439; on a day of a clock change not the minutes that went by. */
  minutes: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * What the clock on the wall shows at a moment – when a slide of the office screen is due.
 * Definition: day, hour and minute of the zone, so that a clock change is one: an hour of the spring night never comes,
 * one of the autumn night comes twice. Source: the zone's rules as Intl knows them.
 * Empty case: a zone that Intl does not know throws.
 *
 * @param moment milliseconds since 1970 in UTC
 * @example wallClock(Date.UTC(2026, 2, 29, 1, 30), 'Europe/Berlin') // => { day: '2026-03-29', minutes: 210 }
 */
export function wallClock(moment: number, timeZone: string): WallClock {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    minutes: Number(part('hour')) * 60 + Number(part('minute')),
  };
}
