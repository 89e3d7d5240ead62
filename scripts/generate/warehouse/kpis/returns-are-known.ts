import type { Engine } from '../engine.ts';

const RETURNS_ARE_KNOWN = `
SELECT
  EXISTS (SELECT 1 FROM returns) OR EXISTS (SELECT 1 FROM orders WHERE refund IS NOT NULL) AS known`;

/** Whether any export says what was sent back: without it, a return rate of 0 would be a lie. */
export async function returnsAreKnown(engine: Engine): Promise<boolean> {
  const [row] = await engine.rows(RETURNS_ARE_KNOWN);
  return row?.['known'] === true;
}
