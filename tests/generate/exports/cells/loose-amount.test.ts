import { expect, it } from 'vitest';
import { looseAmount } from '#generate/exports/cells/loose-amount.ts';
import { openEngine } from '#generate/warehouse/engine.ts';

it.each([
  ['৳2,999', '2999.0000'],
  ['1.234,50 €', '1234.5000'],
  ['1 234,50 kr', '1234.5000'],
  ['CHF 1’234.50', '1234.5000'],
  ['-$12.50', '-12.5000'],
  ['0.125', '0.1250'],
  // The total and what is left of it.
  ['$27.00 $14.50', '27.0000'],
  ['27,00 € 500,00 €', '27.0000'],
  ['none', null],
])('looseAmount() of %s is %s', async (text, expected) => {
  const engine = await openEngine();
  const [row] = await engine.rows<{ amount: string | null }>(
    `SELECT (${looseAmount('$1::VARCHAR')})::VARCHAR AS amount`,
    [text],
  );
  engine.close();
  expect(row?.amount).toBe(expected);
});
