import { FEWEST_BUYERS } from './sufficiency-gate.ts';

/**
 * Whether a customer table alone is enough for Portraits. Definition: at least 500 customers, as of buyers; a table has no
 * history that could be too short. Source: that of sufficiencyRefusal(). Null when there is enough.
 *
 * @example tableRefusal(600) // => null
 */
export function tableRefusal(customers: number): string | null {
  if (customers >= FEWEST_BUYERS) return null;
  return `Portraits need more customers than the customer table holds: ${String(customers)}; expected at least ${String(FEWEST_BUYERS)}. A Portrait written by hand or from a table of persona statistics works with less`;
}
