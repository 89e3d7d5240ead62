import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from './read-csv.ts';

/** The rows of every order by its name, as the newest export that holds it has them; the latest comes last. */
export function readShopifyOrders(folder: string): Map<string, Record<string, string>[]> {
  const files = [1, 2, 3, 4, 5].map((year) => `shopify/orders_export_${String(year)}.csv`);
  const orders = new Map<string, Record<string, string>[]>();
  for (const file of [...files, LATEST_EXPORT]) {
    if (!existsSync(join(folder, file))) continue;
    const rows = Map.groupBy(readCsv(join(folder, file)), (row) => row['Name'] ?? '');
    for (const [name, ofOrder] of rows) orders.set(name, ofOrder);
  }
  return orders;
}

export const LATEST_EXPORT = 'shopify/latest/orders_export_1.csv';
