import type { Reshaped } from '../adapter.ts';

/** Whether the text is Amazon's tab-separated FBA returns report; its CSV has quotes and needs no mending. */
export function isReturnsText(head: string): boolean {
  const [first = ''] = head.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/, 1);
  const headers = first.split('\t');
  return headers.includes('return-date') && headers.includes('license-plate-number');
}

/**
 * The table of a tab-separated returns report. It has no quotes, so that the tabs and line breaks of a comment, the last
 * column, look like cells and rows; they are put back into the comment.
 */
export function joinComments(text: string): Reshaped {
  const [first = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const header = first.split('\t');
  const rows: Reshaped['rows'] = [];
  for (const [index, line] of lines.entries()) {
    const cells = line.split('\t');
    const last = rows.at(-1);
    if (last !== undefined && isContinued(cells, header)) addToComment(last.cells, cells, header);
    else if (line.trim() !== '') rows.push({ line: index + 2, cells: joinTail(cells, header) });
  }
  return { header, rows, ignored: [] };
}

/** A row has all its cells (the comment may be cut off), or at least begins with its time. */
function isContinued(cells: string[], header: string[]): boolean {
  return cells.length < header.length - 1 && !/^\d{4}-\d{2}-\d{2}T/.test(cells[0] ?? '');
}

function addToComment(row: string[], cells: string[], header: string[]): void {
  const comment = header.length - 1;
  row[comment] = [row[comment] ?? '', cells.join(' ')].join(' ').trim();
}

/** The cells as wide as the header: a comment may be missing, or hold tabs. */
function joinTail(cells: string[], header: string[]): string[] {
  const comment = header.length - 1;
  if (cells.length === comment) return [...cells, ''];
  if (cells.length <= header.length) return cells;
  return [...cells.slice(0, comment), cells.slice(comment).join(' ')];
}
