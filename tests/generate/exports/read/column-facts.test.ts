import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createZone } from '#generate/exports/cells/zone-offsets.ts';
import { findColumnFacts } from '#generate/exports/read/column-facts.ts';
import { typeRows } from '#generate/exports/read/type-rows.ts';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';
import { adapterOf, planOf } from './plan-fixture.ts';

const ADAPTER = adapterOf({
  name: { headers: ['name'], type: 'text', required: true },
  sku: { headers: ['sku'], type: 'text', identifier: true },
  note: { headers: ['note'], type: 'text' },
  price: { headers: ['price'], type: 'decimal' },
});
const COLUMNS = Object.keys(ADAPTER.columns);

const PLAN = planOf(ADAPTER);

const NO_BREAK = '\u00a0';
/** What is taken from a cell, or makes it nothing, alone and behind another. */
const CELLS = [
  null, 'a', 'Z9', '12.5', '.5', '', ' a', 'a ', 'a  ', '\ta', 'a\t', `${NO_BREAK}a`, `a${NO_BREAK}`, ' ', '\t', NO_BREAK, '!a', '#a',
  "'=1", "'01", "'12.5", "''a", `${NO_BREAK}'=1`, `\t'01`, '--', ' --', '-- ', `${NO_BREAK}--`, '-12.5', '+3', '\\N', '\\N ', 'a\\N', '–', 'é',
]; // prettier-ignore

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
  await createZone(engine, 'Europe/London');
});
afterAll(() => {
  engine.close();
});

async function fillRaw(rows: (string | null)[][]): Promise<void> {
  await engine.run('CREATE OR REPLACE TABLE raw (c0 VARCHAR, c1 VARCHAR, c2 VARCHAR, c3 VARCHAR)');
  for (const row of rows) await engine.run('INSERT INTO raw VALUES ($1, $2, $3, $4)', row);
}

describe('findColumnFacts()', () => {
  it('leaves out columns that hold nothing, but none that a row must have', async () => {
    await fillRaw([
      [null, null, 'a', null],
      [null, null, null, '12'],
    ]);
    const { plan } = await findColumnFacts(engine, PLAN);
    expect([...plan.bindings.keys()]).toEqual(['name', 'note', 'price']);
  });

  it('knows nothing of cells where nobody has looked at the letters of the file', async () => {
    await fillRaw([['a', 'b', 'c', '1']]);
    const { known } = await findColumnFacts(engine, PLAN);
    expect(known('sku')).toEqual({ beginPlain: false, noBackslash: false });
  });

  it('changes no value and no problem of any row', async () => {
    const row = fc.tuple(...COLUMNS.map(() => fc.constantFrom(...CELLS)));
    const typedRows = (): Promise<unknown> => engine.rows('FROM typed ORDER BY "row"');
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 3 }), async (rows) => {
        const text = rows.flat().join('');
        await fillRaw(rows);
        await typeRows(engine, PLAN);
        const careful = await typedRows();
        await typeRows(engine, PLAN, {
          oddSpaces: text.includes('\t') || text.includes(NO_BREAK),
          backslashes: text.includes('\\'),
          spreadsheetMarks: false,
        });
        expect(await typedRows()).toEqual(careful);
      }),
      { numRuns: 200 },
    );
  });
});
