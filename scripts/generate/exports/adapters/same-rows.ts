import type { Adapter } from '../adapter.ts';

/**
 * A note for formats in which an order can hold a thing twice as rows that are the same in every cell, so that nothing tells
 * them from rows that were pasted in again: they count, and the report says that there are any.
 */
export function sameRowsNote(columns: Adapter['columns']): NonNullable<Adapter['notes']>[number] {
  const cells = Object.keys(columns).map((name) => `"${name}"`);
  return {
    code: 'note/same-rows',
    reason:
      'Rows that stand more than once in their order, the same in every cell: all count (bought twice, or a file pasted together?)',
    where: `"row" IN (SELECT max("row") FROM typed GROUP BY hash(${cells.join(', ')}) HAVING count(*) > 1)`,
  };
}
