import type { Adapter } from '../adapter.ts';

/**
 * What every dumped table of Magento 1 has in common: times in UTC without an offset, `NULL` for nothing, and, where a tool
 * left out the header, the columns of the table in their order.
 *
 * @param table the database's name of it; a prefix of the shop and a date behind it do not matter
 */
export function magento1Table(
  table: string,
  columnsInOrder: readonly string[],
  adapter: Omit<Adapter, 'platform' | 'timeZone' | 'emptyCells' | 'otherHeaders' | 'headerless'>,
): Adapter {
  return {
    ...adapter,
    platform: 'magento1',
    timeZone: 'UTC',
    emptyCells: ['NULL'],
    otherHeaders: [...columnsInOrder],
    headerless: { fileName: `(.*[^a-z])?${table}[^a-z]*`, columns: columnsInOrder },
  };
}
