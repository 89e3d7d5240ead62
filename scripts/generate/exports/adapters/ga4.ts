import type { Adapter } from '../adapter.ts';
import { ga4Table } from './ga4-tables.ts';

/** How the file begins: the preamble, its period alone, or a table whose preamble somebody took out. */
const BEGINNINGS = [
  /^\uFEFF?["\s]*# ?-{10,}/,
  /^\uFEFF?["\s]*#[^\n]*\n(?:["\s]*#[^\n]*\n){0,12}["\s]*# ?[^\n:：\d]+[:：]? ?\d{8}[",;\s]*\n["\s]*# ?[^\n:：\d]+[:：]? ?\d{8}[",;\s]*\n/,
  /^\uFEFF?["\s]*(?:Nth day|(?:Session|First user) (?:default|primary) channel group[^,;\t]*|Session campaign)["]?[,;\t]/,
];

/**
 * GA4's "Download file → CSV": stacked tables below a preamble of comments. Its revenue is the shop's own, seen again
 * by channel; it comes in no currency, so it is taken as the portal's. Impressions are visits (sessions).
 */
export const ga4: Adapter = {
  id: 'ga4',
  label: 'Google Analytics 4: Report → Share → Download file (CSV)',
  table: 'campaign_results',
  columns: {
    campaign: { headers: ['Campaign'], type: 'text', required: true },
    channel: { headers: ['Channel group'], type: 'text' },
    startsOn: { headers: ['Start date'], type: 'date' },
    endsOn: { headers: ['End date'], type: 'date' },
    sessions: { headers: ['Sessions'], type: 'integer' },
    conversions: { headers: ['Conversions'], type: 'decimal' },
    purchases: { headers: ['Purchases'], type: 'integer' },
    revenue: { headers: ['Revenue'], type: 'decimal' },
    isTotal: { headers: ['Is total'], type: 'boolean' },
  },
  // No table has these names: they are those that its own are given.
  recognises: () => false,
  summaries: [
    {
      reason: 'Rows of the grand total',
      where: '"isTotal"',
      sums: ['sessions', 'conversions', 'purchases', 'revenue'],
      // Of a table by day, the total is of all its days.
      covers: `(k."startsOn" >= s."startsOn" AND k."endsOn" <= s."endsOn") OR s."endsOn" IS NULL`,
    },
  ],
  overlap: { key: ['campaign', 'channel', 'startsOn', 'endsOn'], newest: 'endsOn' },
  select: {
    campaign: 'campaign',
    channel: 'lower(channel)',
    startsOn: '"startsOn"',
    endsOn: '"endsOn"',
    impressions: 'sessions',
    orders: 'purchases',
    conversions: 'conversions',
    revenue: 'revenue',
  },
  notes: [
    {
      code: 'note/no-period',
      reason: 'Rows without a day: the lines above the table that state the period are missing',
      where: '"endsOn" IS NULL',
    },
  ],
  reshape: {
    recognises: (head) => BEGINNINGS.some((beginning) => beginning.test(head)),
    toTable: ga4Table,
  },
};
