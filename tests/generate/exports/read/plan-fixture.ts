import type { Adapter } from '#generate/exports/adapter.ts';
import { PLAIN_CELLS } from '#generate/exports/cells/cell-form.ts';
import type { FilePlan } from '#generate/exports/plan/file-plan.ts';

/** A made-up tool's orders with these columns. */
export function adapterOf(columns: Adapter['columns']): Adapter {
  return { id: 'a-tool', label: '', table: 'orders', columns, select: {} };
}

/** How a plain CSV is read whose header holds the adapter's columns in their order. */
export function planOf(adapter: Adapter): FilePlan {
  const columns = Object.keys(adapter.columns);
  return {
    path: 'a.csv',
    absolute: '/a.csv',
    compressed: false,
    encoding: 'utf-8',
    delimiter: ',',
    quotes: true,
    fixedWidth: null,
    headerLine: 1,
    columnCount: columns.length,
    adapter,
    source: 'a-tool',
    bindings: new Map(
      columns.map((name, index) => [name, { from: 'header', index, header: name }] as const),
    ),
    form: PLAIN_CELLS,
    formIsGiven: false,
    timeZone: null,
    account: {},
    cancelled: null,
    nonProduct: null,
  };
}
