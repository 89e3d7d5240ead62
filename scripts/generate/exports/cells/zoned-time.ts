import { FIRST_YEAR, LAST_YEAR } from './zone-days.ts';

/**
 * SQL of the times of "parsed" (alias p): "name" as written, "name_clock" whether it states a time of day, and
 * "name_offset" the offset it states. "name_l" are the local days of the zone the file's times are in, "name_u" the
 * UTC days of the shop's.
 */
export interface TimeColumn {
  name: string;
  /** Some rows state an offset of their own; `always`: every one that has a time. */
  stated: boolean;
  always: boolean;
  /** Nothing but an offset stands behind the seconds of any row. */
  endsKnown: boolean;
  /** Somebody asks for the day in the shop's zone. */
  needsDay: boolean;
  /** SQL of the offset in seconds that a row states. */
  offset: string;
  /** The local days of the file's zone, where that is not the shop's. */
  foreignDays: string | null;
}

/** Joins of the zone days that the column needs. */
export function zoneJoins(column: TimeColumn, shopDays: string): string[] {
  const { name, stated, always, needsDay, foreignDays } = column;
  const local = `LEFT JOIN ${foreignDays ?? shopDays} "${name}_l" ON "${name}_l".day = CAST(p."${name}" AS DATE)`;
  const utc = foreignDays === null ? utcAsStated(name) : utcTime(column);
  const shop = `LEFT JOIN zone_utc_days "${name}_u" ON "${name}_u".day = CAST(${utc} AS DATE)`;
  return [
    ...(always ? [] : [local]),
    ...(needsDay && (stated || foreignDays !== null) ? [shop] : []),
  ];
}

function utcAsStated(name: string): string {
  return `(p."${name}" - to_seconds(p."${name}_offset"))`;
}

/** The time in UTC from the clock of the file's zone; null for a time that its clock never showed. */
function utcFromLocal(name: string): string {
  const [time, zone] = [`p."${name}"`, `"${name}_l"`];
  return `CASE WHEN ${zone}.shuts IS NULL OR ${time} < ${zone}.shuts THEN ${time} - to_seconds(${zone}.offset_seconds)
    WHEN ${time} >= ${zone}.opens THEN ${time} - to_seconds(${zone}.offset_after)
    WHEN NOT p."${name}_clock" THEN ${zone}.opens - to_seconds(${zone}.offset_after) END`;
}

/** The time in UTC. */
export function utcTime({ name, stated, always }: TimeColumn): string {
  if (always) return utcAsStated(name);
  return stated ? `coalesce(${utcAsStated(name)}, ${utcFromLocal(name)})` : utcFromLocal(name);
}

/** The two columns of a time: UTC, and the day in the shop's zone. A day without a time stays that day. */
export function zonedTime(column: TimeColumn): string {
  const { name, stated, needsDay, foreignDays } = column;
  if (!needsDay) return `${utcTime(column)} AS "${name}"`;
  const zone = `"${name}_u"`;
  const shopDay = (
    utc: string,
  ): string => `${utc} + to_seconds(CASE WHEN ${zone}.changes_at IS NULL OR ${utc} < ${zone}.changes_at
    THEN ${zone}.offset_seconds ELSE ${zone}.offset_after END)`;
  const day =
    foreignDays !== null
      ? `CASE WHEN NOT p."${name}_clock" THEN p."${name}" ELSE ${shopDay(utcTime(column))} END`
      : stated
        ? `CASE WHEN p."${name}_offset" IS NULL THEN p."${name}" ELSE ${shopDay(utcAsStated(name))} END`
        : `p."${name}"`;
  return `${utcTime(column)} AS "${name}", CAST(${day} AS DATE) AS "${name}_on"`;
}

/** Whether the time is outside the years that the tables of zone days cover. */
export function isFar({ name }: TimeColumn): string {
  return `year(p."${name}") NOT BETWEEN ${FIRST_YEAR} AND ${LAST_YEAR}`;
}
