import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createZone, SHOP_ZONE } from '#generate/exports/cells/zone-offsets.ts';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';

const ZONES = ['UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'Africa/Casablanca', 'Australia/Lord_Howe', 'Asia/Kolkata']; // prettier-ignore
const [FIRST, LAST] = [Date.UTC(1980, 0, 2), Date.UTC(2049, 11, 30)];

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => {
  engine.close();
});

/** Milliseconds that the zone's clock shows, as if it were UTC. */
function clockOf(time: number, timeZone: string): number {
  const shown = new Date(time).toLocaleString('sv-SE', { timeZone });
  return Date.parse(`${shown.replace(' ', 'T')}Z`);
}

const sqlTime = (time: number): string => `epoch_ms(CAST(${time} AS BIGINT))`;

describe.each(ZONES)('createZone() of %s', (timeZone) => {
  it('tells the offset of a time in UTC, and of what the clock shows then', async () => {
    await createZone(engine, timeZone);
    const quarter = fc.integer({ min: FIRST / 900_000, max: LAST / 900_000 });
    await fc.assert(
      fc.asyncProperty(fc.array(quarter, { minLength: 1, maxLength: 200 }), async (quarters) => {
        const times = quarters.map((count) => count * 900_000);
        const clocks = times.map((time) => clockOf(time, timeZone));
        const pairs = times.map((time, i) => `(${sqlTime(time)}, ${sqlTime(clocks[i] ?? 0)})`);
        const rows = await engine.rows<{ utc: string; again: string }>(
          `SELECT epoch_ms(utc + to_seconds(${SHOP_ZONE.ofUtc}(utc))) AS utc,
            epoch_ms(clock - to_seconds(${SHOP_ZONE.ofLocal}(clock, true))) AS again FROM (VALUES ${pairs.join(', ')}) t(utc, clock)`,
        );
        expect(rows.map(({ utc }) => Number(utc))).toEqual(clocks);
        // What the clock shows twice is taken for the first time.
        const again = rows.map((row) => clockOf(Number(row.again), timeZone));
        expect(again).toEqual(clocks);
      }),
      { numRuns: 20 },
    );
  });
});

describe('createZone()', () => {
  it('knows no time that the clock was moved over, but the day that begins so', async () => {
    await createZone(engine, 'America/Sao_Paulo');
    const [row] = await engine.rows(
      `SELECT ${SHOP_ZONE.ofLocal}(t, true) AS "time", CAST(t - to_seconds(${SHOP_ZONE.ofLocal}(t, false)) AS VARCHAR) AS "day"
      FROM (SELECT TIMESTAMP '2018-11-04 00:00:00' AS t)`,
    );
    expect(row).toEqual({ time: null, day: '2018-11-04 03:00:00' });
  });
});
