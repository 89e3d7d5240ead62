import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellPattern } from '#generate/exports/cells/cell-sql.ts';
import { PLAIN_CELLS } from '#generate/exports/cells/cell-form.ts';
import { isFilled } from '#generate/exports/cells/cell-text.ts';
import { problemNumber } from '#generate/exports/read/row-problem.ts';
import { typeRows } from '#generate/exports/read/type-rows.ts';
import { createZone } from '#generate/exports/cells/zone-offsets.ts';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';
import { adapterOf, planOf } from './plan-fixture.ts';

const COLUMNS = ['price', 'shipping', 'pieces', 'rate', 'placedAt'] as const;

const ADAPTER = adapterOf({
  price: { headers: ['price'], type: 'decimal' },
  shipping: { headers: ['shipping'], type: 'decimal' },
  pieces: { headers: ['pieces'], type: 'integer' },
  rate: { headers: ['rate'], type: 'number' },
  placedAt: { headers: ['placedAt'], type: 'timestamp' },
});

const PLAN = planOf(ADAPTER);

/** Cells that are in order in one column and not in another, or in none; "|" stands between cells that are tested together. */
const CELLS = [
  null, '12', '12.5', "'12.50", '-3', '+3', '.5', '5.', '12.50000', '12.12345', '1e5', '1_000', 'inf', '12|13', '12|', '|', '2024-01-01|12',
  '--', 'n/a', '123456789012345', '1234567890123456', '64517.0', '2024-02-29 10:00:00', '2024-02-29T10:00:00', '2023-02-29 10:00:00',
  '2024-02-29', '2024-02-29 10:00', '2024-2-9 10:00:00', '2024-02-29 10:00:00 -0500', '2024-02-29 10:00:00.5', '12024-01-05 10:00:00',
]; // prettier-ignore

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
  await createZone(engine, 'Europe/London');
});
afterAll(() => {
  engine.close();
});

/** The first column whose cell is wrong when it is asked alone: not of its pattern, or without a value. */
async function wrongAlone(row: (string | null)[]): Promise<number | null> {
  if (row.every((cell) => cell === null)) return problemNumber(0, 'blank');
  for (const [index, cell] of row.entries()) {
    const { type } = ADAPTER.columns[COLUMNS[index] ?? ''] ?? { type: 'text' };
    const cast = {
      decimal: `TRY_CAST(ltrim(cell, '''') AS DECIMAL(18,4))`,
      integer: `TRY_CAST(regexp_replace(ltrim(cell, ''''), '\\.0+$', '') AS BIGINT)`,
      number: `TRY_CAST(ltrim(cell, '''') AS DOUBLE)`,
      timestamp: 'TRY_CAST(substr(cell, 1, 19) AS TIMESTAMP)',
    }[type as 'decimal' | 'integer' | 'number' | 'timestamp'];
    const [found] = await engine.rows<{ bad: boolean }>(
      `SELECT coalesce(${isFilled('cell', type)} AND (NOT regexp_matches(cell, $2) OR ${cast} IS NULL), false) AS bad
      FROM (SELECT $1::VARCHAR AS cell)`,
      [cell, cellPattern(type, PLAIN_CELLS)],
    );
    if (found?.bad === true) return problemNumber(index, 'bad');
  }
  return null;
}

/** What typeRows() finds wrong with each of the rows. */
async function problemsOf(rows: (string | null)[][]): Promise<(number | null)[]> {
  await engine.run('CREATE OR REPLACE TABLE raw (c0 VARCHAR, c1 VARCHAR, c2 VARCHAR, c3 VARCHAR, c4 VARCHAR)'); // prettier-ignore
  for (const row of rows) await engine.run('INSERT INTO raw VALUES ($1, $2, $3, $4, $5)', row);
  await typeRows(engine, PLAN);
  const typed = await engine.rows<{ problem: number | null }>(
    'SELECT "rowProblem" AS problem FROM typed ORDER BY "row"',
  );
  return typed.map(({ problem }) => problem);
}

describe('typeRows()', () => {
  it('finds in a row of several cells what each of them shows alone', async () => {
    const row = fc.tuple(...COLUMNS.map(() => fc.constantFrom(...CELLS)));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const alone = await Promise.all(rows.map(wrongAlone));
        // Times outside the years of the zone's days are found later, in the rows that are left.
        const found = (await problemsOf(rows)).map((problem, index) =>
          problem === problemNumber(4, 'far-time') ? (alone[index] ?? null) : problem,
        );
        expect(found).toEqual(alone);
      }),
      { numRuns: 60 },
    );
  });

  it('takes no two numbers in one cell for the cells of two columns', async () => {
    const rows = [
      ['12|13', null, null, null, null],
      ['12', '13|', '2', null, null],
      ['12', '13', '2|3', '0.5', null],
      ['12', '13', '2', '0.5', '2024-01-01 10:00:00'],
    ];
    expect(await problemsOf(rows)).toEqual([
      problemNumber(0, 'bad'),
      problemNumber(1, 'bad'),
      problemNumber(2, 'bad'),
      null,
    ]);
  });
});
