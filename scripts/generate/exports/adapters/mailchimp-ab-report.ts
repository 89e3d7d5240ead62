import type { Adapter, Reshaped } from '../adapter.ts';
import { REPORT_COLUMNS, SENDING_SELECT, reportTable } from './mailchimp-sections.ts';

/**
 * Mailchimp's report of an A/B test: each combination is an arm. Arms are called by their subject where the subjects
 * differ, else by who sent them, else by their number. The report does not say how people were divided.
 */
export const mailchimpAbReport: Adapter = {
  id: 'mailchimp-ab-report',
  label: 'Mailchimp: one A/B test → Report → Download',
  table: 'campaign_results',
  columns: { ...REPORT_COLUMNS, variant: { headers: ['Variant'], type: 'text', required: true } },
  overlap: { key: ['title', 'variant', 'sentAt'], newest: 'sentAt' },
  select: { ...SENDING_SELECT, variant: 'variant' },
  reshape: {
    recognises: (head) =>
      /^\uFEFF?\s*"?Campaign Report"?[\s,;]*[\r\n]/.test(head) &&
      /^"?Combination \d+ Stats/m.test(head),
    toTable: (text) => withVariants(reportTable(text)),
  },
};

/** What combinations can be told apart by, the most telling first. */
const APART = ['Subject Line', 'From Name'];

function withVariants(table: Reshaped): Reshaped {
  const cellsOf = (name: string): string[] => {
    const column = table.header.indexOf(name);
    return table.rows.map(({ cells }) => cells[column] ?? '');
  };
  const isTelling = (names: string[]): boolean =>
    new Set(names).size === names.length && !names.includes('');
  const names = APART.map(cellsOf).find(isTelling) ?? cellsOf('Section');
  return {
    ...table,
    header: [...table.header, 'Variant'],
    rows: table.rows.map(({ line, cells }, index) => ({
      line,
      cells: [...cells, names[index] ?? ''],
    })),
  };
}
