import type { Adapter, ColumnDeclaration } from '../adapter.ts';

/** The currency of the amounts that begin with "base_". */
export const BASE_CURRENCY: ColumnDeclaration = {
  headers: ['base_currency_code'],
  type: 'text',
  requiredHeader: true,
  pattern: '[A-Za-z]{3}',
  expected: 'the ISO code of a currency',
};

/** A column with the number of a row of this table or another. */
export function rowNumber(header: string): ColumnDeclaration {
  return { headers: [header], type: 'text', required: true, pattern: '\\d+' };
}

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
  upgraded?: readonly string[],
): Adapter {
  return {
    ...adapter,
    platform: 'magento1',
    timeZone: 'UTC',
    emptyCells: ['NULL'],
    otherHeaders: [...columnsInOrder],
    headerless: {
      fileName: `(.*[^a-z])?${table}[^a-z]*`,
      layouts: [columnsInOrder, ...(upgraded === undefined ? [] : [upgraded])],
    },
  };
}
