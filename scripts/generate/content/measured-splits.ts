import { MONTHS, WEEKDAYS } from '#core/format/english-words.ts';
import type { SetApart, TopPart } from '#core/personas/part-facts.ts';
import type { BreakdownHead } from '#core/personas/persona-breakdowns.ts';
import type { SplitId } from '../warehouse/features/persona-splits.ts';

/** The parts of a calendar, named by their number. */
const numbered = (labels: readonly string[]) =>
  labels.map((label, index) => ({ name: String(index + 1), label }));

/** A split of what Portraits do, and the facts that are told of it. */
export interface MeasuredSplit {
  head: BreakdownHead;
  /** The fact that tells its largest part. */
  top?: TopPart;
  /** The facts that tell the part which sets a Portrait apart. */
  distinct?: SetApart;
  /** No other figure tells its shares of all customers; orders by channel are those of an export. */
  isOnlyHere?: boolean;
}

/** Every split that is measured, in the order of the page. */
export const SPLITS: Record<SplitId, MeasuredSplit> = {
  categories: {
    head: {
      id: 'categories',
      label: 'Categories',
      base: 'what they paid, of products with a known category',
    },
    top: 'category',
    distinct: 'category',
    isOnlyHere: true,
  },
  brands: {
    head: { id: 'brands', label: 'Brands', base: 'what they paid, of products with a known brand' },
    top: 'brand',
    distinct: 'brand',
    isOnlyHere: true,
  },
  channels: {
    head: { id: 'channels', label: 'Channels', base: 'orders with a known channel' },
    top: 'channel',
    distinct: 'channel',
  },
  months: {
    head: { id: 'months', label: 'Months of the year', base: 'orders', parts: numbered(MONTHS) },
  },
  weekdays: {
    head: { id: 'weekdays', label: 'Days of the week', base: 'orders', parts: numbered(WEEKDAYS) },
    top: 'weekday',
  },
  returnReasons: {
    head: {
      id: 'returnReasons',
      label: 'Reasons for sending back',
      base: 'items returned with a reason',
      isTyped: true,
    },
    top: 'returnReason',
    distinct: 'returnReason',
    isOnlyHere: true,
  },
  firstChannels: {
    head: {
      id: 'firstChannels',
      label: 'Channels of the first order',
      base: 'orders of first days with a known channel',
    },
    top: 'firstChannel',
    distinct: 'firstChannel',
  },
  firstCodes: {
    head: {
      id: 'firstCodes',
      label: 'Codes on the first order',
      base: 'orders of first days with a discount code',
      isTyped: true,
    },
    top: 'firstCode',
  },
};
