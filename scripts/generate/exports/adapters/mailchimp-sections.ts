import type { Adapter, Reshaped } from '../adapter.ts';
import { splitRecords, type SplitRecord } from '../read/split-records.ts';

/** A titled part of a report: lines of "key:","value". */
interface Section {
  title: string;
  records: SplitRecord[];
}

/** What a report says of the whole campaign above its first section. */
export const REPORT_COLUMNS: Adapter['columns'] = {
  title: { headers: ['Title'], type: 'text', required: true },
  sentAt: { headers: ['Delivery Date/Time'], type: 'timestamp', required: true },
  recipients: { headers: ['Total Recipients'], type: 'integer', required: true },
  delivered: { headers: ['Successful Deliveries'], type: 'integer' },
  opens: { headers: ['Recipients Who Opened'], type: 'integer' },
  clicks: { headers: ['Recipients Who Clicked'], type: 'integer' },
  unsubscribes: { headers: ['Total Unsubs'], type: 'integer' },
  complaints: { headers: ['Total Abuse Complaints'], type: 'integer' },
  orders: { headers: ['Total Orders'], type: 'integer' },
  revenue: { headers: ['Total Revenue'], type: 'decimal' },
};

/** How a report of a sending becomes a campaign result. */
export const SENDING_SELECT: Adapter['select'] = {
  campaign: 'title',
  channel: `'email'`,
  sentAt: '"sentAt"',
  sentOn: '"sentAt_on"',
  recipients: 'recipients',
  delivered: 'delivered',
  opens: 'opens',
  clicks: 'clicks',
  orders: 'orders',
  revenue: 'revenue',
  currency: 'revenue_currency',
  unsubscribes: 'unsubscribes',
  complaints: 'complaints',
};

/** "Overall Stats", or one per combination of an A/B test. */
const FIGURES = /^(overall stats|combination \d+ stats)$/i;

/**
 * Makes a table of a Mailchimp report: a row for each section of figures, with what stands above all of them (title,
 * delivery) in every row. "141 (8.1%)" becomes 141. Sections of other things (clicks by link) are ignored.
 */
export function reportTable(text: string): Reshaped {
  const delimiter = /^"?Title:"?([;\t])/m.exec(text)?.[1] ?? ',';
  const sections = splitSections(splitRecords(text, delimiter));
  const head = pairs(sections[0]?.records ?? []);
  const figures = sections.slice(1).filter(({ title }) => FIGURES.test(title));
  const others = sections.slice(1).filter(({ title }) => !FIGURES.test(title));
  const rows = figures.map(({ title, records }) => ({
    line: records[0]?.line ?? 1,
    cells: new Map([...head, ['Section', title.replace(/ stats$/i, '')], ...pairs(records)]),
  }));
  const header = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))];
  return {
    header,
    rows: rows.map(({ line, cells }) => ({
      line,
      cells: header.map((key) => cells.get(key) ?? ''),
    })),
    ignored: others.flatMap(({ title, records }) =>
      records.length === 0
        ? []
        : [
            {
              code: 'ignored/other-section',
              reason: `Lines of a section that is not read: ${title}`,
              rows: records.length,
              line: records[0]?.line ?? 1,
            },
          ],
    ),
  };
}

/** The first section is what stands before the first title. */
function splitSections(records: SplitRecord[]): Section[] {
  const sections: Section[] = [{ title: '', records: [] }];
  for (const record of records.slice(1)) {
    const cells = record.cells.filter((cell) => cell.trim() !== '');
    const [first = ''] = cells;
    if (cells.length === 1 && !first.trim().endsWith(':')) {
      sections.push({ title: first.trim(), records: [] });
    } else if (cells.length > 0) sections.at(-1)?.records.push(record);
  }
  return sections;
}

function pairs(records: SplitRecord[]): [string, string][] {
  return records.map(({ cells: [key = '', value = ''] }) => [
    key.trim().replace(/:$/, ''),
    value.trim().replace(/^([\d.,]+) \([\d.,]+ ?%\)$/, '$1'),
  ]);
}
