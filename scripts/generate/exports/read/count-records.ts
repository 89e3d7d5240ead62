import { MAX_RECORD_BYTES } from '../file-limits.ts';
import { FileRefusal, rowTooLong } from '../file-refusal.ts';

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** How records are separated in a file of bytes whose ASCII characters mean themselves. */
export interface Dialect {
  /** One ASCII character; null: every line is a record, quotes mean nothing. */
  delimiter: string | null;
  /** `false`: a quotation mark is a letter like others. */
  quotes?: boolean;
  /** Physical lines before the first record that counts. */
  skipLines: number;
  /** Columns of a row: a line in quotes with as many delimiters looks like a row. */
  columns: number;
  /** A record of more bytes is refused as soon as they are counted; default: MAX_RECORD_BYTES. */
  maxRecordBytes?: number;
  /**
   * For a text that was made from another file: what is added to the number of a record (blank ones counted) to tell
   * its place there. Without it a place is told by physical lines.
   */
  recordShift?: number;
}

/** A quoted cell of more lines, most of which look like rows, has swallowed them. */
const SWALLOWED_LINES = 20;

export interface RecordCount {
  /** Records that are not blank lines. */
  records: number;
  /** The file ends inside a quoted cell: it was cut, or a quote was never closed. */
  endsInQuotes: boolean;
  endsWithLineBreak: boolean;
  /** Line breaks outside quotes are of more than one kind, those above the header too: the engine's reader tells only one. */
  mixedLineBreaks: boolean;
  bytes: number;
  /** Physical lines. */
  lines: number;
  /** A quoted cell that holds lines which look like rows: a quote was opened and not closed. */
  swallowed: RecordPlace | null;
  /** Number of the last record, blank lines counted: a reject of that number is the end of the file. */
  lastIndex: number;
}

/** Where a record stands in the file. */
export interface RecordPlace {
  /** Its number among the records that are not blank, 1-based. */
  ordinal: number;
  /** First and last physical line, 1-based. */
  from: number;
  to: number;
}

/** Records whose place is to be noted: by `index`, blank lines counted, or by `ordinal`, blank lines left out; 1-based. */
export interface WantedRecords {
  by: 'index' | 'ordinal';
  numbers: number[];
}

/**
 * Counts records byte by byte, independently of the engine's reader: what this counts, the engine must have loaded or
 * rejected. A quote opens a cell only at the cell's start, as RFC 4180 has it.
 */
export class RecordCounter {
  readonly #delimiter: number;
  readonly #quotes: boolean;
  readonly #columns: number;
  #skip: number;
  #records = 0;
  #bytes = 0;
  #line = 1;
  #recordLine = 1;
  #index = 0;
  #blank = true;
  #cellStart = true;
  #quoted = false;
  #afterQuote = false;
  #last = 0;
  #breakKinds = 0;
  #delimitersInQuotes = 0;
  #rowsInQuotes = 0;
  #swallowed: RecordPlace | null = null;
  /** Offset of the byte that is looked at, and of the first one of the record. */
  #at = 0;
  #recordStart = 0;
  readonly #maxRecordBytes: number;
  readonly #recordShift: number | undefined;
  readonly #wanted: Map<number, RecordPlace>;
  readonly #countBlank: boolean;
  readonly #by: WantedRecords['by'];

  constructor(dialect: Dialect, wanted: WantedRecords = { by: 'ordinal', numbers: [] }) {
    this.#delimiter = dialect.delimiter === null ? -1 : dialect.delimiter.charCodeAt(0);
    this.#quotes = dialect.delimiter !== null && dialect.quotes !== false;
    this.#columns = dialect.columns;
    this.#countBlank = dialect.delimiter === null;
    this.#skip = dialect.skipLines;
    this.#maxRecordBytes = dialect.maxRecordBytes ?? MAX_RECORD_BYTES;
    this.#recordShift =
      dialect.recordShift === undefined ? undefined : dialect.recordShift + dialect.skipLines;
    this.#wanted = new Map(wanted.numbers.map((n) => [n, { ordinal: 0, from: 0, to: 0 }]));
    this.#by = wanted.by;
  }

  /**
   * Takes the next bytes of the file.
   *
   * @throws FileRefusal as soon as a record is too long
   */
  push(chunk: Buffer): void {
    const before = this.#bytes;
    this.#bytes += chunk.length;
    // From one byte that means something to the next: several times faster than looking at each.
    const next = { quote: -1, newline: -1, return: -1 };
    for (let i = 0; i < chunk.length; i += 1) {
      const stop = this.#nextStop(chunk, i, next);
      if (stop > i) this.#letters(chunk, i, stop);
      if (stop >= chunk.length) break;
      i = stop;
      const byte = chunk[i] ?? 0;
      this.#at = before + i;
      // A break of \r\n counts at its \n; a lone \r when the next byte shows that it was alone.
      if (this.#last === RETURN && byte !== NEWLINE) this.#lineBreak(RETURN);
      if (byte === NEWLINE) this.#lineBreak(this.#last === RETURN ? NEWLINE + RETURN : NEWLINE);
      else if (byte === QUOTE) this.#quote();
      this.#last = byte;
    }
    this.#refuseLong(this.#bytes);
  }

  /** Position of the next quote or line break; the byte behind a lone \r ends its line, so that is one too. */
  #nextStop(
    chunk: Buffer,
    from: number,
    next: { quote: number; newline: number; return: number },
  ): number {
    if (this.#last === RETURN) {
      const byte = chunk[from];
      if (byte !== NEWLINE && byte !== QUOTE && byte !== RETURN) {
        this.#lineBreak(RETURN);
        this.#last = 0;
      }
    }
    if (next.quote < from) next.quote = nextOf(chunk, QUOTE, from);
    if (next.newline < from) next.newline = nextOf(chunk, NEWLINE, from);
    if (next.return < from) next.return = nextOf(chunk, RETURN, from);
    return Math.min(next.quote, next.newline, next.return);
  }

  end(): RecordCount {
    const endsWithLineBreak = this.#last === NEWLINE || this.#last === RETURN;
    if (this.#last === RETURN) this.#lineBreak(RETURN);
    const endsInQuotes = this.#quoted;
    if (this.#quoted || !this.#blank || !endsWithLineBreak) this.#endRecord(this.#line);
    return {
      records: this.#records,
      endsInQuotes,
      endsWithLineBreak,
      mixedLineBreaks: (this.#breakKinds & (this.#breakKinds - 1)) !== 0,
      bytes: this.#bytes,
      lines: endsWithLineBreak ? this.#line - 1 : this.#line,
      swallowed: this.#swallowed,
      lastIndex: this.#index,
    };
  }

  /** Places of the wanted records. */
  places(): Map<number, RecordPlace> {
    return this.#wanted;
  }

  /** Takes letters and delimiters up to the next byte that means something else. */
  #letters(chunk: Buffer, from: number, to: number): void {
    const last = chunk[to - 1] ?? 0;
    this.#last = last;
    if (this.#skip > 0) return;
    this.#blank = false;
    if (this.#quoted) {
      for (let i = from; i < to; i += 1)
        if (chunk[i] === this.#delimiter) this.#delimitersInQuotes += 1;
      return;
    }
    this.#afterQuote = false;
    this.#cellStart = last === this.#delimiter;
  }

  #quote(): void {
    if (this.#skip > 0) return;
    this.#blank = false;
    if (this.#quoted) {
      this.#quoted = false;
      this.#afterQuote = true;
      return;
    }
    if (this.#quotes && (this.#cellStart || this.#afterQuote)) this.#quoted = true;
    this.#afterQuote = false;
    this.#cellStart = false;
  }

  #lineBreak(kind: number): void {
    this.#line += 1;
    if (!this.#quoted) this.#breakKinds |= kind === NEWLINE ? 1 : kind === RETURN ? 2 : 4;
    if (this.#skip > 0) {
      this.#skip -= 1;
      this.#recordLine = this.#line;
      return;
    }
    if (this.#quoted) {
      if (this.#delimitersInQuotes >= this.#columns - 1) this.#rowsInQuotes += 1;
      this.#delimitersInQuotes = 0;
      return;
    }
    this.#endRecord(this.#line - 1);
  }

  #refuseLong(end: number): void {
    if (end - this.#recordStart > this.#maxRecordBytes)
      throw new FileRefusal(rowTooLong(this.#recordLine));
  }

  #endRecord(lastLine: number): void {
    this.#refuseLong(this.#at);
    this.#recordStart = this.#at;
    this.#index += 1;
    const counts = !this.#blank || this.#countBlank;
    if (counts) this.#records += 1;
    const place =
      this.#wanted.size > 0 && counts
        ? this.#wanted.get(this.#by === 'index' ? this.#index : this.#records)
        : undefined;
    if (place !== undefined) {
      place.ordinal = this.#records;
      const shift = this.#recordShift;
      place.from = shift === undefined ? this.#recordLine : this.#index + shift;
      place.to = shift === undefined ? lastLine : place.from;
    }
    const lines = lastLine - this.#recordLine + 1;
    const isMade = this.#recordShift !== undefined;
    if (!isMade && lines > SWALLOWED_LINES && this.#rowsInQuotes > lines / 2 && this.#columns > 1) {
      this.#swallowed ??= { ordinal: this.#records, from: this.#recordLine, to: lastLine };
    }
    this.#rowsInQuotes = 0;
    this.#delimitersInQuotes = 0;
    this.#recordLine = this.#line;
    this.#blank = true;
    this.#cellStart = true;
    this.#quoted = false;
    this.#afterQuote = false;
  }
}

/** Position of the next such byte; beyond the end when there is none. */
function nextOf(chunk: Buffer, byte: number, from: number): number {
  const found = chunk.indexOf(byte, from);
  return found < 0 ? chunk.length : found;
}
