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

/**
 * Creates `zone_local_days` and `zone_utc_days`: for each day the zone's offset, and the change on it if there is one.
 * A join by day is far cheaper for many rows than asking a time zone library for each, and says exactly which local
 * times do not exist and which occur twice.
 */
export async function createZoneDays(engine: Engine, timeZone: string): Promise<void> {
  await withZoneSpans(engine, timeZone, async () => {
    await createLocalDays(engine, SHOP_DAYS);
    await engine.run(`CREATE TABLE zone_utc_days AS
    SELECT d.day, s.offset_seconds, c.starts AS changes_at, c.offset_seconds AS offset_after
    FROM (${DAYS}) d ASOF JOIN zone_spans s ON d.day >= s.starts
    LEFT JOIN zone_spans c ON CAST(c.starts AS DATE) = d.day AND c.starts > d.day`);
  });
}

/** Creates the local days of another zone than the shop's, once, and returns the name of the table. */
export async function createForeignDays(engine: Engine, timeZone: string): Promise<string> {
  const table = `${SHOP_DAYS}_${timeZone.toLowerCase().replaceAll(/[^a-z0-9]/g, '_')}`;
  const found = await engine.rows('SELECT 1 FROM duckdb_tables() WHERE table_name = $1', [table]);
  if (found.length === 0)
    await withZoneSpans(engine, timeZone, () => createLocalDays(engine, table));
  return table;
}

/** Local days of the shop's zone. */
export const SHOP_DAYS = 'zone_local_days';

const DAYS = `SELECT CAST(range AS DATE) AS day FROM range(TIMESTAMP '${FIRST_YEAR}-01-01', TIMESTAMP '${LAST_YEAR + 1}-01-01', INTERVAL 1 DAY)`;

async function withZoneSpans(
  engine: Engine,
  timeZone: string,
  work: () => Promise<void>,
): Promise<void> {
  const spans = zoneSpans(timeZone);
  await engine.run(
    'CREATE TEMP TABLE zone_spans (starts TIMESTAMP, offset_seconds INTEGER, before_seconds INTEGER)',
  );
  const rows = spans.map(({ from, offsetSeconds }, index) => [
    String(from),
    offsetSeconds,
    spans[index - 1]?.offsetSeconds ?? offsetSeconds,
  ]);
  const values = rows.map(
    (_, index) => `(epoch_ms($${index * 3 + 1}::BIGINT), $${index * 3 + 2}, $${index * 3 + 3})`,
  );
  await engine.run(`INSERT INTO zone_spans VALUES ${values.join(', ')}`, rows.flat());
  await work();
  await engine.run('DROP TABLE zone_spans');
}

async function createLocalDays(engine: Engine, table: string): Promise<void> {
  // The local clock at a change: it stops at `shuts` (old offset) and goes on at `opens` (new one). Times from
  // `opens` to `shuts` occur twice and belong to the first offset; times from `shuts` to `opens` do not exist.
  await engine.run(`CREATE TABLE ${table} AS
    WITH changes AS (
      SELECT starts + to_seconds(before_seconds) AS shuts,
             greatest(starts + to_seconds(before_seconds), starts + to_seconds(offset_seconds)) AS opens,
             before_seconds, offset_seconds
      FROM zone_spans WHERE before_seconds <> offset_seconds
    ), touched AS (
      SELECT CAST(shuts AS DATE) AS day, * FROM changes
      UNION
      SELECT CAST(opens AS DATE) AS day, * FROM changes
    ), quiet AS (
      SELECT d.day, s.offset_seconds FROM (${DAYS}) d
      ASOF JOIN (SELECT starts + to_seconds(offset_seconds) AS opens, offset_seconds FROM zone_spans) s
        ON d.day + INTERVAL 12 HOUR >= s.opens
    )
    SELECT q.day, coalesce(t.before_seconds, q.offset_seconds) AS offset_seconds, t.shuts, t.opens,
           t.offset_seconds AS offset_after
    FROM quiet q LEFT JOIN touched t USING (day)`);
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
  // A day before the first, so that local days before it in UTC are covered.
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
