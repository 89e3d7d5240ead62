import { FIRST_YEAR, LAST_YEAR, SHOP_ZONE, type ZoneFunctions } from './zone-offsets.ts';

/**
 * SQL of the times of "parsed" (alias p): "name" as written, "name_clock" whether it states a time of day, and
 * "name_offset" the offset it states.
 */
export interface TimeColumn {
  name: string;
  /** Some rows state an offset of their own; `always`: every one that has a time. */
  stated: boolean;
  always: boolean;
  /** Nothing but an offset stands behind the seconds of any row. */
  endsKnown: boolean;
  /** SQL: whether a row that nobody has looked at ends otherwise than those; null where all were looked at. */
  endsOtherwise: string | null;
  /** Somebody asks for the day in the shop's zone. */
  needsDay: boolean;
  /** SQL of the offset in seconds that a row states. */
  offset: string;
  /** The zone of the file's times, where that is not the shop's. */
  foreignZone: ZoneFunctions | null;
}

/** SQL of the time in UTC; null for one that the clock of the file's zone never showed. */
export function utcTime({ name, stated, always, foreignZone }: TimeColumn): string {
  const { ofLocal } = foreignZone ?? SHOP_ZONE;
  const offset = `p."${name}_offset"`;
  const local = `${ofLocal}(p."${name}", p."${name}_clock")`;
  const seconds = always ? offset : stated ? `coalesce(${offset}, ${local})` : local;
  return `p."${name}" - to_seconds(${seconds})`;
}

/** The columns of a time in "zoned": "name" in UTC from "name_utc", and the day in the shop's zone. A day without a time stays that day. */
export function zonedTime({ name, stated, needsDay, foreignZone }: TimeColumn): string[] {
  const utc = `p."${name}_utc"`;
  if (!needsDay) return [`${utc} AS "${name}"`];
  const shopTime = `${utc} + to_seconds(${SHOP_ZONE.ofUtc}(${utc}))`;
  const time =
    foreignZone !== null
      ? `CASE WHEN NOT p."${name}_clock" THEN p."${name}" ELSE ${shopTime} END`
      : stated
        ? `CASE WHEN p."${name}_offset" IS NULL THEN p."${name}" ELSE ${shopTime} END`
        : `p."${name}"`;
  return [`${utc} AS "${name}"`, `CAST(${time} AS DATE) AS "${name}_on"`];
}

/** Whether the time is outside the years in which the changes of a zone's clock are known. */
export function isFar({ name }: TimeColumn): string {
  return `year(p."${name}") NOT BETWEEN ${FIRST_YEAR} AND ${LAST_YEAR}`;
}
