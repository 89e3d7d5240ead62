import { wordsOf } from '#core/language/words-of.ts';
import { formatValue } from '#core/format/format-value.ts';
import type { Portal } from '#data/portal.ts';

/** What was read, counted: how many customers and orders there are, and how much was sold. */
export interface DatasetTotal {
  label: string;
  value: string;
}

/** How many people the figures tell of; null before the first run of generate. */
export function peopleCount({
  dataset,
  formats,
}: Pick<Portal, 'dataset' | 'formats'>): string | null {
  // Marketplaces name nobody: orders of nobody known are no zero people.
  const people = dataset?.totals.buyers ?? dataset?.totals.customers;
  return people ? formatValue(people, 'count', formats) : null;
}

/** The totals of all that was read, as the page on the method lists them; without orders only the people. */
export function datasetTotals({
  dataset,
  formats,
}: Pick<Portal, 'dataset' | 'formats'>): DatasetTotal[] {
  if (!dataset) return [];
  const { method } = wordsOf(formats);
  const { buyers, customers, orders, repeatCustomers, revenue, currency } = dataset.totals;
  const count = (value: number): string => formatValue(value, 'count', formats);
  return [
    { label: method.customers, value: count(buyers ?? customers) },
    ...(orders > 0
      ? [
          { label: method.orders, value: count(orders) },
          { label: method.repeat, value: count(repeatCustomers) },
          {
            label: method.sold,
            value: formatValue(revenue, 'money', { ...formats, currency }),
          },
        ]
      : []),
  ];
}
