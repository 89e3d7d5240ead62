import type { Reshaped } from '../adapter.ts';
import { foldHeader } from '../plan/fold-header.ts';
import { splitRecords } from '../read/split-records.ts';

/** Columns whose cells are labels of a list of choices. */
const CHOICES = new Set(['status', 'customergroup', 'paymentmethod']);

/**
 * Whether the text is Magento 2.0's list of orders: that version writes an empty cell behind each label of a list of
 * choices, so that rows are longer than the header.
 */
export function hasShiftedRows(head: string): boolean {
  const [header, first] = splitRecords(withoutMark(head), ',', 2).map(({ cells }) => cells);
  if (header === undefined || first === undefined || first.length <= header.length) return false;
  const names = header.map(foldHeader);
  const isList = ['purchasepoint', 'purchasedate', 'status'].every((name) => names.includes(name));
  return isList && takeBack(first, names).length === header.length;
}

/** The table with each row's surplus cells taken out. A row that has others too stays as it is, and is rejected. */
export function unshiftRows(text: string): Reshaped {
  const [header, ...records] = splitRecords(withoutMark(text), ',');
  const names = (header?.cells ?? []).map(foldHeader);
  return {
    header: header?.cells ?? [],
    rows: records.map(({ cells, line }) => ({ line, cells: takeBack(cells, names) })),
    ignored: [],
  };
}

/** The cells without the empty one behind a label, as long as there are more cells than columns. */
function takeBack(cells: readonly string[], names: readonly string[]): string[] {
  const kept: string[] = [];
  let surplus = cells.length - names.length;
  for (let at = 0; at < cells.length; at += 1) {
    const isChoice = CHOICES.has(names[kept.length] ?? '');
    kept.push(cells[at] ?? '');
    if (surplus <= 0 || !isChoice || cells[at] === '' || cells[at + 1] !== '') continue;
    at += 1;
    surplus -= 1;
  }
  return kept;
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}
