import type { KpiWindow } from './kpi-windows.ts';

/** People behind one window. */
export interface CountedWindow extends KpiWindow {
  people: number;
}

/**
 * Hidden months – months that must not be shown so that no group below the floor can be found by subtraction.
 * Definition: months with fewer people than the floor, and for each published whole that contains such months, the
 * next smallest of its months until the hidden ones hold at least two months and the floor together.
 * Source: complementary suppression; Willenborg & de Waal, Elements of Statistical Disclosure Control (2001), 1.4.
 * Empty case: no small month, none hidden.
 * @example [...hiddenMonths([{ id: '2026-01', from: '2026-01-01', to: '2026-01-31', people: 4 }, { id: '2026-02', from: '2026-02-01', to: '2026-02-28', people: 50 }], [{ id: 'current', from: '2025-03-01', to: '2026-02-28' }], 10)] // => ['2026-01', '2026-02']
 */
export function hiddenMonths(
  months: readonly CountedWindow[],
  wholes: readonly KpiWindow[],
  floor: number,
): Set<string> {
  const hidden = new Set(
    months.filter(({ people }) => people > 0 && people < floor).map(({ id }) => id),
  );
  for (const whole of wholes) {
    const inside = months.filter(
      ({ from, to, people }) => from >= whole.from && to <= whole.to && people > 0,
    );
    const shown = inside
      .filter(({ id }) => !hidden.has(id))
      .sort((a, b) => a.people - b.people || (a.id < b.id ? -1 : 1));
    const concealed = inside.filter(({ id }) => hidden.has(id));
    let people = concealed.reduce((sum, month) => sum + month.people, 0);
    let count = concealed.length;
    for (const next of count > 0 ? shown : []) {
      if (count >= 2 && people >= floor) break;
      hidden.add(next.id);
      people += next.people;
      count += 1;
    }
  }
  return hidden;
}
