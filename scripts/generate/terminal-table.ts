/** One row of a table in the terminal; a text alone goes over the whole width. */
export type TerminalRow = readonly string[] | string;

/** Columns that every terminal has room for. */
export const TERMINAL_WIDTH = 100;

const GAP = 2;

/**
 * Lines of a table: the first column to the left, all others to the right, as wide as what is in them. Where that is
 * wider than `width`, the first column is cut in the middle: a path tells most at its ends.
 */
export function terminalTable(
  header: readonly string[],
  rows: readonly TerminalRow[],
  width: number,
): string[] {
  const all = [header, ...rows.filter((row): row is readonly string[] => typeof row !== 'string')];
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const others = widths.slice(1).reduce((sum, one) => sum + one + GAP, 0);
  const first = Math.max(12, Math.min(widths[0] ?? 0, width - others));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        column === 0 ? cutMiddle(cell, first).padEnd(first) : cell.padStart(widths[column] ?? 0),
      )
      .join(' '.repeat(GAP))
      .trimEnd();
  return [
    line(header),
    '─'.repeat(first + others),
    ...rows.map((row) => (typeof row === 'string' ? row : line(row))),
  ];
}

function cutMiddle(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = Math.ceil((length - 1) / 2);
  return `${text.slice(0, length - 1 - end)}…${text.slice(text.length - end)}`;
}

/** A text in lines of a width, the later ones indented; what stands before its first word stays. */
export function wrapped(text: string, width: number, indent: string): string {
  const [first = '', ...words] = text.trimStart().split(' ');
  const lines = [text.slice(0, text.length - text.trimStart().length) + first];
  for (const word of words) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (longer.length > width) lines.push(indent + word);
    else lines[lines.length - 1] = longer;
  }
  return lines.join('\n');
}
