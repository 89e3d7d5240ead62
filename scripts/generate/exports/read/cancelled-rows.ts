import type { Adapter, IgnoredKind } from '../adapter.ts';

/** The kinds of rows by which something came to nothing. */
export function cancelling({ ignore = [] }: Adapter): IgnoredKind[] {
  return ignore.filter(({ cancels }) => cancels === true);
}

/** SQL over the typed columns: whether the row says that something came to nothing. */
export function isCancelled(adapter: Adapter): string {
  const conditions = cancelling(adapter).map(({ where }) => `(${where})`);
  return conditions.length === 0 ? 'false' : `coalesce(${conditions.join(' OR ')}, false)`;
}
