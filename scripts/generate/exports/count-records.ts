const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** How records are separated in a file of bytes whose ASCII characters mean themselves. */
export interface Dialect {
  /** One ASCII character; null: every line is a record, quotes mean nothing. */
  delimiter: string | null;
  /** Physical lines before the first record that counts. */
  skipLines: number;
}

export interface RecordCount {
  /** Records that are not blank lines. */
  records: number;
  /** The file ends inside a quoted cell: it was cut, or a quote was never closed. */
  endsInQuotes: boolean;
  endsWithLineBreak: boolean;
  /** Line breaks outside quotes are of more than one kind: the engine's reader refuses such a file. */
  mixedLineBreaks: boolean;
  bytes: number;
  /** Physical lines. */
  lines: number;
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
  readonly #wanted: Map<number, RecordPlace>;
  readonly #countBlank: boolean;
  readonly #by: WantedRecords['by'];

  constructor(dialect: Dialect, wanted: WantedRecords = { by: 'ordinal', numbers: [] }) {
    this.#delimiter = dialect.delimiter === null ? -1 : dialect.delimiter.charCodeAt(0);
    this.#quotes = dialect.delimiter !== null;
    this.#countBlank = dialect.delimiter === null;
    this.#skip = dialect.skipLines;
    this.#wanted = new Map(wanted.numbers.map((n) => [n, { ordinal: 0, from: 0, to: 0 }]));
    this.#by = wanted.by;
  }

  /** Takes the next bytes of the file. */
  push(chunk: Uint8Array): void {
    this.#bytes += chunk.length;
    for (let i = 0; i < chunk.length; i += 1) {
      const byte = chunk[i] ?? 0;
      // A break of \r\n counts at its \n; a lone \r when the next byte shows that it was alone.
      if (this.#last === RETURN && byte !== NEWLINE) this.#lineBreak(RETURN);
      if (byte === NEWLINE) this.#lineBreak(this.#last === RETURN ? NEWLINE + RETURN : NEWLINE);
      else if (byte !== RETURN) this.#character(byte);
      this.#last = byte;
    }
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
      lastIndex: this.#index,
    };
  }

  /** Places of the wanted records. */
  places(): Map<number, RecordPlace> {
    return this.#wanted;
  }

  #character(byte: number): void {
    if (this.#skip > 0) return;
    this.#blank = false;
    if (this.#quoted) {
      if (byte === QUOTE) {
        this.#quoted = false;
        this.#afterQuote = true;
      }
      return;
    }
    if (byte === QUOTE && this.#quotes && (this.#cellStart || this.#afterQuote))
      this.#quoted = true;
    this.#afterQuote = false;
    this.#cellStart = byte === this.#delimiter;
  }

  #lineBreak(kind: number): void {
    this.#line += 1;
    if (this.#skip > 0) {
      this.#skip -= 1;
      this.#recordLine = this.#line;
      return;
    }
    if (this.#quoted) return;
    this.#breakKinds |= kind === NEWLINE ? 1 : kind === RETURN ? 2 : 4;
    this.#endRecord(this.#line - 1);
  }

  #endRecord(lastLine: number): void {
    this.#index += 1;
    const counts = !this.#blank || this.#countBlank;
    if (counts) this.#records += 1;
    const place =
      this.#wanted.size > 0 && counts
        ? this.#wanted.get(this.#by === 'index' ? this.#index : this.#records)
        : undefined;
    if (place !== undefined) {
      place.ordinal = this.#records;
      place.from = this.#recordLine;
      place.to = lastLine;
    }
    this.#recordLine = this.#line;
    this.#blank = true;
    this.#cellStart = true;
    this.#quoted = false;
    this.#afterQuote = false;
  }
}
