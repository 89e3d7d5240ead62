import { nearestWord } from '#core/format/nearest-word.ts';
import type { CustomerTableSettings } from '#core/schemas/customer-table-settings.ts';
import { GenerateError } from '#generate/generate-error.ts';
import type { Adapter, Binding, ColumnDeclaration, SummaryRows } from '../adapter.ts';
import { PLAIN_CELLS } from '../cells/cell-form.ts';
import type { FilePlan } from './file-plan.ts';
import { foldHeader } from './fold-header.ts';
import { missingColumns } from './missing-columns.ts';
import { nameColumns } from './name-columns.ts';
import { namedHeader } from './named-header.ts';
import type { FileHead } from './sniff-file.ts';

/** What the report and Facts call the customer table. */
export const CUSTOMER_TABLE = 'customer-table';

/** The adapter's column of the key. */
export const KEY_COLUMN = 'key';

/** What the key must look like, and what it is called where it does not. */
const KEYS: Record<CustomerTableSettings['keyIs'], Partial<ColumnDeclaration>> = {
  email: { pattern: String.raw`'?[^@\s]+@[^@\s]+\.[^@\s]+`, expected: 'an e-mail address' },
  phone: {
    pattern: String.raw`'?\+?[0-9 ()./-]{7,25}`,
    expected: 'a phone number',
  },
  customerId: { identifier: true, expected: 'a customer id' },
};

/** Words that tools put before and behind what names a person. */
const BEFORE =
  '(?:customer|contact|client|user|billing|shipping|delivery|invoice|home|work|primary|main|second|kunden|rechnungs|liefer)?';
const BEHIND = '(?:address|adresse|number|nummer|line|no|nr)?[0-9]?';

/** Headers (folded) that say by themselves what stands below: it names people, so it is never read. */
const PERSONAL_HEADERS: readonly { words: string; what: string }[] = [
  { words: 'e?mail|mailto', what: 'an e-mail address' },
  {
    words: 'phone|telephone|mobile|mobilephone|cellphone|cell|telefon|tel|handy|fax|whatsapp',
    what: 'a phone number',
  },
  {
    words:
      '(?:full|first|last|given|sur|family|middle|nick|user|display|vor|nach|benutzer)?name|nom|prenom|apellidos?|cognome|voornaam|achternaam',
    what: 'a name',
  },
  {
    words:
      'street|streetname|address|adresse|stra(?:ß|ss)e|hausnummer|postalcode|postcode|zipcode|zip|plz|postleitzahl|city|town|ort|stadt|latitude|longitude|lat|lng|lon|ip',
    what: 'an address',
  },
  {
    words: 'birthday|birthdate|dateofbirth|dob|geburtstag|geburtsdatum',
    what: 'a day of birth',
  },
  {
    words: 'iban|bic|creditcard|accountnumber|taxid|vatid|taxnumber|vatnumber|ssn',
    what: 'a bank or tax number',
  },
];

/** A column of the customer table: where it stands, and why it makes no Portraits where it does not. */
export interface TableHeader {
  name: string;
  /** Position in the file; the key has one, too. */
  index: number;
  leftOut: string | null;
  /** It is read all the same, to be told of Portraits. */
  describes: boolean;
}

/** A report's row of totals is nobody. */
const TOTALS: SummaryRows = {
  reason: 'Rows with the totals of the columns',
  where: String.raw`regexp_full_match(lower(trim("${KEY_COLUMN}")), '(grand )?totals?|sum|gesamt(summe)?|summe')`,
  sums: [],
};

/** Columns beside the key that tell a blank row from one that lacks its key. */
const BESIDE = 3;

/**
 * Plans the reading of a customer table: the key is checked row by row as the cells of other exports are; all other
 * columns are kept as they stand (`wide`), and what they hold is told when Portraits are looked for.
 *
 * @throws GenerateError `export/missing-column` for a key or another column of the config that the header lacks;
 *   `customer-table/no-columns` when nothing is left to make Portraits of
 */
export function planCustomerTable(head: FileHead, settings: CustomerTableSettings): FilePlan {
  if (head.encoding === null) throw noText(head.path);
  const names = [settings.key, ...settings.leaveOut, ...settings.describe];
  const { delimiter = ',', line = 1, before = 0, cells = [] } = namedHeader(head.text, names) ?? {};
  const headers = differentHeaders(cells);
  refuseMissing(head.path, line, headers, settings);
  const key = findHeader(headers, settings.key) ?? 0;
  const columns: Record<string, ColumnDeclaration> = {
    [KEY_COLUMN]: {
      headers: [settings.key],
      type: 'text',
      personal: true,
      required: true,
      ...KEYS[settings.keyIs],
    },
  };
  const bindings = new Map<string, Binding>([
    [KEY_COLUMN, { from: 'header', index: key, header: headers[key] ?? settings.key }],
  ]);
  const all = tableHeaders(headers, settings);
  if (all.every(({ leftOut }) => leftOut !== null)) throw noColumns(head.path, all.length);
  const read = all.filter(({ leftOut, describes }) => leftOut === null || describes);
  for (const { name, index } of read.slice(0, BESIDE)) {
    const column = `beside${index}`;
    columns[column] = { headers: [name], type: 'text', personal: true, ownDamage: true };
    bindings.set(column, { from: 'header', index, header: name });
  }
  const adapter: Adapter = {
    id: CUSTOMER_TABLE,
    label: 'Customer table',
    table: 'customer_traits',
    columns,
    summaries: [TOTALS],
    select: {},
  };
  return {
    path: head.path,
    absolute: head.absolute,
    compressed: head.compressed,
    encoding: head.encoding,
    delimiter,
    quotes: true,
    fixedWidth: null,
    headerLine: line,
    recordsAbove: before,
    columnCount: cells.length,
    wide: { headers, kept: read.map(({ index }) => index) },
    names: nameColumns(headers, adapter, new Map()),
    adapter,
    source: CUSTOMER_TABLE,
    bindings,
    form: PLAIN_CELLS,
    formIsGiven: true,
    timeZone: null,
    account: {},
    cancelled: null,
    nonProduct: null,
  };
}

/** All columns of a customer table but the key, in its order, with the reason where one is not read. */
export function tableHeaders(
  headers: readonly string[],
  settings: CustomerTableSettings,
): TableHeader[] {
  const key = findHeader(headers, settings.key);
  const leftOut = new Set(settings.leaveOut.map((name) => findHeader(headers, name)));
  const describing = new Set(settings.describe.map((name) => findHeader(headers, name)));
  return headers.flatMap((name, index): TableHeader[] => {
    if (index === key) return [];
    if (leftOut.has(index)) return [{ name, index, leftOut: NAMED_IN_CONFIG, describes: false }];
    if (describing.has(index)) return [{ name, index, leftOut: DESCRIBES, describes: true }];
    return [{ name, index, leftOut: personalReason(name), describes: false }];
  });
}

const NAMED_IN_CONFIG = 'Left out by customerTable.leaveOut of portal.config.ts';
const DESCRIBES =
  'Told of Portraits, not used to group: customerTable.describe of portal.config.ts';

function personalReason(name: string): string | null {
  const folded = foldHeader(name);
  const found = PERSONAL_HEADERS.find(({ words }) =>
    new RegExp(`^${BEFORE}(?:${words})${BEHIND}$`).test(folded),
  );
  return found === undefined
    ? null
    : `Called like ${found.what}: nobody is described by what names them`;
}

/** Header cells without padding, each different: a blank one is called by its number, a second one of a name "name (2)". */
function differentHeaders(cells: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return cells.map((cell, index) => {
    const name = cell.trim() || `column ${index + 1}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

function findHeader(headers: readonly string[], name: string): number | undefined {
  const exact = headers.indexOf(name);
  const index =
    exact >= 0 ? exact : headers.findIndex((header) => foldHeader(header) === foldHeader(name));
  return index < 0 ? undefined : index;
}

function refuseMissing(
  path: string,
  line: number,
  headers: string[],
  { key, leaveOut, describe }: CustomerTableSettings,
): void {
  const names = [key, ...leaveOut, ...describe].filter(
    (name) => findHeader(headers, name) === undefined,
  );
  if (names.length === 0) return;
  throw missingColumns({
    path,
    takenFor: 'the customer table',
    line,
    names: [...new Set(names)],
    headers,
    hint: 'Correct key, leaveOut or describe of customerTable in portal.config.ts, or export the file with these columns',
  });
}

/**
 * The error where the config names a customer table and no file is one. A source that has no file today brings no rows; without the
 * table customers would be grouped by other habits, and Portraits that people know would go.
 *
 * @param paths of all files of the exports
 */
export function noCustomerTable(
  { files }: CustomerTableSettings,
  paths: readonly string[],
): GenerateError {
  const near = files.map((file) => nearestWord(file, paths)).find((path) => path !== null);
  return new GenerateError(
    'customer-table/missing',
    `Cannot find the customer table: the exports hold no file ${files.map((file) => `"${file}"`).join(' or ')} that can be read; expected what customerTable names`,
    near === undefined
      ? 'Put the file into the exports, or correct files of customerTable in portal.config.ts; without customerTable, Portraits are made of orders alone'
      : `Did you mean "${near}"? Correct files of customerTable in portal.config.ts`,
    files.map((file) => ({ file, found: 'no such file', expected: 'the customer table' })),
  );
}

function noText(path: string): GenerateError {
  return new GenerateError(
    'export/no-text',
    `Cannot read export "${path}" as the customer table: it is no text; expected a delimited text file`,
    'Save the file as CSV, or correct files of customerTable in portal.config.ts',
    [{ file: path, found: 'binary data', expected: 'text' }],
  );
}

function noColumns(path: string, columns: number): GenerateError {
  return new GenerateError(
    'customer-table/no-columns',
    `Cannot use export "${path}" as the customer table: none of its columns is left to make Portraits of; expected at least two`,
    'Take columns out of leaveOut or describe of customerTable in portal.config.ts; columns that name people are never used',
    [
      {
        file: path,
        found: `${columns} columns beside the key, all left out`,
        expected: 'columns that say what customers do',
      },
    ],
  );
}
