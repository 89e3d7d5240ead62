import type { InflationGuard } from './inflation-guard.ts';
import { elapsedTime, plainNumber, serialDate, unescapeText } from './sheet-cell.ts';
import { RowBuilder, type SheetRow } from './sheet-row.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { damagedSpreadsheet, xmlParser } from './xml-stream.ts';
import { readMember, type ZipArchive } from './zip-archive.ts';

/**
 * The rows of a sheet as they stand in the file, each cell as text.
 *
 * @throws FileRefusal for a sheet that is damaged, has too many columns or a row that is too long
 */
export async function* sheetRows(
  archive: ZipArchive,
  workbook: Workbook,
  sheet: Sheet,
  guard: InflationGuard,
): AsyncGenerator<SheetRow> {
  const collector = new RowCollector(workbook);
  const parser = xmlParser({
    open: (name, attributes) => collector.open(name, attributes),
    text: (part) => collector.text(part),
    close: (name) => collector.close(name),
  });
  for await (const chunk of readMember(archive, sheet.member, guard)) {
    parser.write(chunk);
    yield* collector.take();
  }
  parser.end();
  yield* collector.take();
}

/** Puts rows together from the events of the parser. */
class RowCollector {
  readonly #workbook: Workbook;
  readonly #builder = new RowBuilder();
  #column = 0;
  #type = '';
  #style = '';
  #text = '';
  #takesText = false;
  #isPhonetic = false;
  #inCell = false;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  take(): SheetRow[] {
    return this.#builder.take();
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'row') this.#openRow(attributes.r);
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'rPh') this.#isPhonetic = true;
    else if (name === 'v' || name === 't') this.#takesText = this.#inCell && !this.#isPhonetic;
  }

  text(part: string): void {
    if (this.#takesText) this.#text += part;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#takesText = false;
    else if (name === 'rPh') this.#isPhonetic = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#builder.close();
  }

  #openRow(reference: string | undefined): void {
    this.#builder.open(reference === undefined ? undefined : Number(reference));
    this.#column = 0;
  }

  #openCell({ r, t = 'n', s = '' }: Record<string, string>): void {
    this.#column = r === undefined ? this.#column + 1 : columnNumber(r);
    this.#type = t;
    this.#style = s;
    this.#text = '';
    this.#inCell = true;
  }

  #closeCell(): void {
    this.#inCell = false;
    this.#builder.put(this.#column, this.#cellText());
  }

  #cellText(): string {
    const text = this.#text;
    switch (this.#type) {
      case 's': {
        const shared = this.#workbook.sharedStrings[Number(text)];
        if (text === '') return '';
        if (shared === undefined) throw damagedSpreadsheet();
        return unescapeText(shared);
      }
      case 'b':
        return text === '1' ? 'TRUE' : text === '0' ? 'FALSE' : text;
      case 'n': {
        if (text === '') return '';
        const style = this.#workbook.styles[Number(this.#style)] ?? 'number';
        const duration = style === 'duration' ? elapsedTime(text) : null;
        const date = style === 'number' ? null : serialDate(text, this.#workbook.date1904);
        return duration ?? date ?? plainNumber(text);
      }
      default:
        return unescapeText(text);
    }
  }
}

/** @example columnNumber('AB12') // => 28 */
function columnNumber(reference: string): number {
  const letters = /^([A-Z]{1,3})\d*$/i.exec(reference)?.[1]?.toUpperCase();
  if (letters === undefined) throw damagedSpreadsheet();
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
