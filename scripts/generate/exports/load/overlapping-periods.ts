import type { Engine } from '#generate/warehouse/engine.ts';
import type { RowAccount } from './row-account.ts';

/** Rows of the table that go, as SQL, and what the report says of them. */
const LOSERS = [
  {
    code: 'ignored/same-sending',
    reason: 'Rows of sendings that another report of the tool holds too, with their time',
    where: `"sentAt" IS NULL AND ("campaign", "sentOn") IN (
      SELECT ("campaign", "sentOn") FROM "period_rows" WHERE "sentAt" IS NOT NULL AND "sentOn" IS NOT NULL
    )`,
  },
  {
    code: 'ignored/overlapping-period',
    reason:
      'Rows whose days a longer or newer row of the same campaign holds too; export by day to keep all',
    // One day never overlaps another, so only longer periods are compared with the rest.
    where: `("campaign", "startsOn", "endsOn") IN (
      SELECT (a."campaign", a."startsOn", a."endsOn")
      FROM (SELECT DISTINCT "campaign", "startsOn", "endsOn" FROM "period_rows") a
      JOIN (SELECT DISTINCT "campaign", "startsOn", "endsOn" FROM "period_rows" WHERE "startsOn" < "endsOn") b
        ON a."campaign" = b."campaign" AND a."startsOn" <= b."endsOn" AND b."startsOn" <= a."endsOn"
      WHERE (a."startsOn", a."endsOn") <> (b."startsOn", b."endsOn")
        AND ((b."startsOn" <= a."startsOn" AND a."endsOn" <= b."endsOn")
          OR (b."startsOn" > a."startsOn" AND b."endsOn" > a."endsOn"))
    )`,
  },
  {
    code: 'ignored/no-period',
    reason: 'Rows of unknown days ("All time") of campaigns whose days other rows hold',
    where: `"endsOn" IS NULL AND "sentOn" IS NULL AND "campaign" IN (
      SELECT "campaign" FROM "period_rows" WHERE "endsOn" IS NOT NULL
    )`,
  },
];

/**
 * Keeps figures of the same days once: creates "period_rows" from "rows" without what another row of the same
 * campaign says too. A sending goes that another report states with its time. A row inside a longer period goes (days beside their month); of two periods that overlap in part
 * the one that ends earlier goes, since its days cannot be told apart. Rows of one and the same period all stay: they
 * are parts of the campaign, or campaigns of one name.
 */
export async function keepDaysOnce(engine: Engine, account: RowAccount): Promise<void> {
  await engine.run('CREATE TABLE "period_rows" AS SELECT * FROM "rows"');
  for (const { where, ...reason } of LOSERS) {
    const found = await engine.rows<{ file: number; rows: string }>(
      `SELECT file, count(DISTINCT "row") AS "rows" FROM "period_rows" WHERE ${where} GROUP BY file ORDER BY file`,
    );
    if (found.length === 0) continue;
    await engine.run(`DELETE FROM "period_rows" WHERE ${where}`);
    for (const { file, rows } of found) account.ignore(file, reason, Number(rows));
  }
}
