export interface SplitRecord {
  cells: string[];
  /** Physical line on which it starts, 1-based. */
  line: number;
  /** Records and blank lines before it: fewer than lines, where cells hold line breaks. */
  before: number;
}

/**
 * The first records of a delimited text, quotes and line breaks inside them understood; blank lines are left out.
 * Only for the head of a file and for single records: bulk reading is the engine's.
 */
export function splitRecords(text: string, delimiter: string, limit = Infinity): SplitRecord[] {
  const records: SplitRecord[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let start = 1;
  let ended = 0;
  const endRecord = (): void => {
    if (cells.length > 0 || cell.trim() !== '')
      records.push({ cells: [...cells, cell], line: start, before: ended });
    cells = [];
    cell = '';
    start = line;
    ended += 1;
  };
  for (let i = 0; i < text.length && records.length < limit; i += 1) {
    const letter = text[i] ?? '';
    const isBreak = letter === '\n' || (letter === '\r' && text[i + 1] !== '\n');
    if (isBreak) line += 1;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === delimiter) {
      cells.push(cell);
      cell = '';
    } else if (isBreak) endRecord();
    else if (letter !== '\r') cell += letter;
  }
  if (records.length < limit) endRecord();
  return records;
}
