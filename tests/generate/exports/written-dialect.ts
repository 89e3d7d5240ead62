import fc from 'fast-check';

/** A way in which tools and spreadsheet programs write the same table. */
export interface Dialect {
  encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'cp1252';
  delimiter: ',' | ';' | '\t';
  lineBreak: '\n' | '\r\n';
  alwaysQuote: boolean;
  /** An apostrophe before identifiers and before what a spreadsheet program would take for a formula. */
  guards: boolean;
  numbers: NumberStyle;
  money: MoneyStyle;
  days: DayStyle;
  /** Written behind the day of a time; `none`: days only. */
  clock: 'none' | '24' | '12';
  nothing: string;
  preamble: string[];
  footers: boolean;
  /** Decides the order of the columns. */
  shuffle: number[];
  extraColumns: string[];
}

export interface NumberStyle {
  decimal: '.' | ',';
  group: string;
}

/** Where the currency stands, and the code that it means. */
export interface MoneyStyle {
  write: (amount: string) => string;
  code: string | null;
}

type DayStyle = (typeof DAY_STYLES)[number];

const NO_BREAK = '\u00a0';

const NUMBER_STYLES: NumberStyle[] = [
  { decimal: '.', group: '' },
  { decimal: '.', group: ',' },
  { decimal: '.', group: "'" },
  { decimal: ',', group: '' },
  { decimal: ',', group: '.' },
  { decimal: ',', group: ' ' },
  { decimal: ',', group: NO_BREAK },
];

const MONEY_STYLES: MoneyStyle[] = [
  { write: (amount) => amount, code: null },
  { write: (amount) => `$${amount}`, code: null },
  { write: (amount) => `AU $${amount}`, code: 'AUD' },
  { write: (amount) => `EUR ${amount}`, code: 'EUR' },
  { write: (amount) => `${amount}${NO_BREAK}€`, code: 'EUR' },
  { write: (amount) => `&#163;${amount}`, code: 'GBP' },
];

const DAY_STYLES = [
  'iso',
  'd.m.y',
  'd/m/y',
  'm/d/y',
  'd-m-yy',
  'mon-d-yy',
  'd-mon-yy',
  'mon d, y',
] as const;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

export const dialect: fc.Arbitrary<Dialect> = fc.record({
  encoding: fc.constantFrom('utf-8', 'utf-8-bom', 'utf-16le', 'cp1252'),
  delimiter: fc.constantFrom(',', ';', '\t'),
  lineBreak: fc.constantFrom('\n', '\r\n'),
  alwaysQuote: fc.boolean(),
  guards: fc.boolean(),
  numbers: fc.constantFrom(...NUMBER_STYLES),
  money: fc.constantFrom(...MONEY_STYLES),
  days: fc.constantFrom(...DAY_STYLES),
  clock: fc.constantFrom('none', '24', '12'),
  nothing: fc.constantFrom('', '--', ' --', 'n/a', String.raw`\N`),
  preamble: fc.array(fc.constantFrom('', 'A report', ',,,,', 'Of the shop; all of it', '"a, b"'), {
    maxLength: 3,
  }),
  footers: fc.boolean(),
  shuffle: fc.array(fc.nat(), { minLength: 16, maxLength: 16 }),
  extraColumns: fc.subarray(['My colour', 'Ärger', 'Checked by hand']),
});

/** A number in hundredths as the dialect writes it. */
export function writeNumber(hundredths: number, { numbers }: Dialect, decimals = 2): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  const whole = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, numbers.group);
  const fraction = decimals === 0 ? '' : `${numbers.decimal}${digits.slice(-2)}`;
  return `${hundredths < 0 ? '-' : ''}${whole}${fraction}`;
}

export function writeMoney(hundredths: number, to: Dialect): string {
  const amount = to.money.write(writeNumber(Math.abs(hundredths), to));
  return hundredths < 0 ? guarded(`-${amount}`, to) : amount;
}

/** What a spreadsheet program would take for a formula, behind an apostrophe where the dialect guards it. */
export function guarded(text: string, { guards }: Dialect): string {
  return guards && /^[=+@-]/.test(text) ? `'${text}` : text;
}

export function writeIdentifier(digits: string, { guards }: Dialect): string {
  return guards ? `'${digits}` : digits;
}

/** @param iso "2026-03-14", or "2026-03-14 09:30:00" where the column has times */
export function writeDay(iso: string, to: Dialect): string {
  const [day = '', time] = iso.split(' ');
  const written = writeDate(day, to.days);
  return time === undefined || to.clock === 'none' ? written : `${written} ${writeClock(time, to)}`;
}

function writeDate(iso: string, style: DayStyle): string {
  const [y = '', mm = '', dd = ''] = iso.split('-');
  const [m, d, yy] = [String(Number(mm)), String(Number(dd)), y.slice(2)];
  const name = MONTHS[Number(mm) - 1] ?? '';
  switch (style) {
    case 'iso':
      return iso;
    case 'd.m.y':
      return `${dd}.${mm}.${y}`;
    case 'd/m/y':
      return `${dd}/${mm}/${y}`;
    case 'm/d/y':
      return `${m}/${d}/${y}`;
    case 'd-m-yy':
      return `${dd}-${mm}-${yy}`;
    case 'mon-d-yy':
      return `${name}-${dd}-${yy}`;
    case 'd-mon-yy':
      return `${d}-${name}-${yy}`;
    case 'mon d, y':
      return `${name} ${d}, ${y}`;
  }
}

function writeClock(time: string, { clock }: Dialect): string {
  if (clock === '24') return time;
  const [hour = '', minute = '', second = ''] = time.split(':');
  const half = Number(hour) < 12 ? 'AM' : 'PM';
  return `${Number(hour) % 12 === 0 ? 12 : Number(hour) % 12}:${minute}:${second} ${half}`;
}

/** Whether days written so could all be meant both ways, and differently. */
export function isOrderUnknown(days: string[], { days: style }: Dialect): boolean {
  if (!['d/m/y', 'm/d/y', 'd-m-yy'].includes(style)) return false;
  const parts = days.map((iso) => iso.slice(5, 10).split('-').map(Number));
  const isClear = parts.some(([, day = 0]) => day > 12);
  return !isClear && parts.some(([month, day]) => month !== day);
}

/** The file: the columns in the dialect's order, its own columns among them. */
export function writeTable(
  columns: string[],
  rows: Record<string, string>[],
  footers: string[],
  to: Dialect,
): Buffer {
  const all = shuffled([...columns, ...to.extraColumns], to.shuffle);
  const quote = (text: string): string =>
    to.alwaysQuote || /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const record = (cells: string[]): string => cells.map(quote).join(to.delimiter);
  const lines = [
    ...to.preamble,
    record(all),
    ...rows.map((row) => record(all.map((column) => row[column] ?? 'ja, nein'))),
    ...(to.footers ? footers : []),
  ];
  return encode(lines.map((line) => line + to.lineBreak).join(''), to.encoding);
}

/** The same for the same numbers. */
function shuffled(columns: string[], numbers: number[]): string[] {
  const keyed = columns.map((column, index): [number, string] => [
    numbers[index % numbers.length] ?? 0,
    column,
  ]);
  return keyed.sort(([a], [b]) => a - b).map(([, column]) => column);
}

const CP1252: Record<string, number> = { '€': 0x80 };

function encode(text: string, encoding: Dialect['encoding']): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8-bom':
      return Buffer.from(`\ufeff${text}`);
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'cp1252':
      return Buffer.from(Array.from(text, (letter) => CP1252[letter] ?? letter.charCodeAt(0)));
  }
}
