import { hiddenMonths } from './hidden-months.ts';
import type { KpiWindow } from './kpi-windows.ts';
import type { OrderSums } from './order-sums.ts';

/** Untold orders count as kept while they bring at most this share: the rate is then at most a tenth too low. */
const HIGHEST_UNTOLD_SHARE = 0.1;

/** Sums by window: of all orders, of those whose returns some export tells, and of the others. */
export interface OrdersByReturns {
  all: ReadonlyMap<string, OrderSums>;
  told: ReadonlyMap<string, OrderSums>;
  untold: ReadonlyMap<string, OrderSums>;
}

/**
 * Return sums – sums of the orders whose return rate may be told without telling of the others.
 * Definition: those whose returns some export tells. Other figures tell the number and the value of all orders; where
 * these less the told ones would be of fewer people than the floor, all orders count: what is published then says
 * nothing that the others do not. So do as many further months as a year's figure needs (`hiddenMonths`). Null where the
 * untold ones, which count as kept, bring more than a tenth.
 * Source: complementary suppression; Willenborg & de Waal, Elements of Statistical Disclosure Control (2001), 1.4.
 * Empty case: a window without orders has no sums.
 * @example returnSums({ all: new Map(), told: new Map(), untold: new Map() }, [], [], 10).size // => 0
 */
export function returnSums(
  { all, told, untold }: OrdersByReturns,
  months: readonly KpiWindow[],
  years: readonly KpiWindow[],
  floor: number,
): Map<string, OrderSums | null> {
  const ofUntold = (window: KpiWindow) => ({
    ...window,
    people: untold.get(window.id)?.people ?? 0,
  });
  const ofAllOrders = hiddenMonths(years.map(ofUntold), [], floor);
  const toldYears = years.filter(({ id }) => !ofAllOrders.has(id));
  for (const id of hiddenMonths(months.map(ofUntold), toldYears, floor)) ofAllOrders.add(id);
  const sums = new Map<string, OrderSums | null>(told);
  for (const id of ofAllOrders) {
    const [whole, others] = [all.get(id), untold.get(id)];
    if (!whole || !others) continue;
    sums.set(id, others.paid <= whole.paid * HIGHEST_UNTOLD_SHARE ? whole : null);
  }
  return sums;
}
