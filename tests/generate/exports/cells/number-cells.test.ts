import { describe, expect, it } from 'vitest';
import { PLAIN_CELLS } from '#generate/exports/cells/cell-form.ts';
import { isPlainNumber, numberPattern } from '#generate/exports/cells/number-cells.ts';
import { openEngine } from '#generate/warehouse/engine.ts';

const PLAIN = ['2', '2.0', '2.5', '12.50', '12.5000', '-3', '-0.5', '999999999999.9999'];
const LEFT_TO_THE_PATTERN = [
  '2.', '12.50000', '12.12345', '.5', '-0', '+5', '1e2', '1_0', 'inf', 'nan', ' 2', '2 ', '007', '9999999999999',
  '1,5', "'3", '-', '.', '0x10', '--5', '5-', '1 000',
]; // prettier-ignore

describe('isPlainNumber()', () => {
  it('knows numbers that the pattern would let pass, and no others', async () => {
    const pattern = new RegExp(numberPattern(PLAIN_CELLS, 12, '4'));
    const engine = await openEngine();
    try {
      for (const cell of [...PLAIN, ...LEFT_TO_THE_PATTERN]) {
        const [row] = await engine.rows(
          `SELECT coalesce(${isPlainNumber('cell')}, false) AS plain FROM (SELECT $1::VARCHAR AS cell)`,
          [cell],
        );
        expect({ cell, plain: row?.['plain'] }).toEqual({ cell, plain: PLAIN.includes(cell) });
        if (row?.['plain'] === true) expect(cell).toMatch(pattern);
      }
    } finally {
      engine.close();
    }
  });
});
