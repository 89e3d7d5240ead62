/** What a file holds, by which it is decided what in it can be a person's. */
export type TextKind = 'json' | 'html' | 'text' | 'code';

const KINDS: Record<string, TextKind> = {
  '.css': 'code',
  '.js': 'code',
  '.json': 'json',
  '.mjs': 'code',
  '.html': 'html',
  '.svg': 'html',
  '.xml': 'html',
};

/** Files that hold no text: pictures and fonts. */
const BINARY = /\.(?:avif|gif|gz|ico|jpe?g|mp4|pdf|png|ttf|wasm|webm|webp|woff2?|zip)$/i;

/** Null for a file without text. */
export function textKind(path: string): TextKind | null {
  if (BINARY.test(path)) return null;
  return KINDS[/\.[a-z]+$/i.exec(path)?.[0].toLowerCase() ?? ''] ?? 'text';
}

const ENTITY =
  /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(commat|apos|nbsp|amp|period|plus|lowbar|hyphen|shy|szlig|thinsp|ensp|emsp|aelig|oelig|oslash)|([a-z])(uml|acute|grave|circ|tilde|cedil|ring|caron));/gi;
const NAMED: Record<string, string> = {
  aelig: 'æ',
  amp: '&',
  apos: "'",
  commat: '@',
  hyphen: '-',
  lowbar: '_',
  nbsp: ' ',
  oelig: 'œ',
  oslash: 'ø',
  period: '.',
  plus: '+',
  shy: '\u00AD',
  szlig: 'ß',
};
/** Marks on a letter: "&uuml;". */
const MARKS: Record<string, string> = {
  acute: '\u0301',
  caron: '\u030C',
  cedil: '\u0327',
  circ: '\u0302',
  grave: '\u0300',
  ring: '\u030A',
  tilde: '\u0303',
  uml: '\u0308',
};

/** Attributes that draw: numbers that are places, in long rows. */
const DRAWING = /\s(?:d|points|transform|viewBox)="[^"]*"/g;

export interface ReadableText {
  whole: string;
  /** Of HTML, where a name can be half bold; else null. */
  withoutTags: string | null;
}

/** Tags that a reader does not see between two letters. */
const INLINE_TAG = /<\/?(?:b|em|i|mark|small|strong|u|wbr)\s*\/?>/gi;

/**
 * The text as a person or a program reads it, line for line: escapes of JSON, HTML and addresses of pages undone, letters
 * and digits of other widths and writings made plain, what nobody sees taken out, and with it numbers of JSON and places
 * of drawings.
 */
export function readableText(text: string, kind: TextKind): ReadableText {
  if (kind === 'json') return { whole: plainForms(jsonStrings(text)), withoutTags: null };
  if (kind !== 'html') return { whole: plainForms(text), withoutTags: null };
  const whole = plainForms(decodeEntities(text.replace(DRAWING, keepLines)));
  return { whole, withoutTags: whole.replace(INLINE_TAG, '').replace(/<[^>]*>/g, keepLines) };
}

/** Soft hyphens, and spaces without width. */
const UNSEEN = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const WIDE = /[\uFF01-\uFF5E\uFE6B\u212A]/g;
const OTHER_DIGITS = /[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F]/g;
const ZEROS = [0x0660, 0x06f0, 0x0966];

function plainForms(text: string): string {
  return withoutPercents(withoutPercents(withoutCodes(text)))
    .replace(UNSEEN, '')
    .replace(WIDE, (wide) => wide.normalize('NFKC'))
    .replace(OTHER_DIGITS, (digit) => {
      const code = digit.charCodeAt(0);
      return String(code - (ZEROS.findLast((zero) => zero <= code) ?? code));
    });
}

/** As strings of JSON and of scripts write letters. */
function withoutCodes(text: string): string {
  return text.includes('\\u')
    ? text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => letter(parseInt(code, 16)))
    : text;
}

/** As addresses of pages write letters; twice in what is an address inside an address. */
function withoutPercents(text: string): string {
  return text.includes('%')
    ? text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
        try {
          // A line break that is written as an escape does not begin a new line of the file.
          return decodeURIComponent(run).replace(/[\n\r]/g, ' ');
        } catch {
          return run;
        }
      })
    : text;
}

/** Every string of a JSON text, one after the other, on its line. */
function jsonStrings(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|[^"\n]+/g, (part) =>
    part.startsWith('"') ? unescapeJson(part) : ' ',
  );
}

function unescapeJson(text: string): string {
  return text.includes('\\')
    ? text
        .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => letter(parseInt(code, 16)))
        .replace(/\\[nrtbf]/g, ' ')
        .replace(/\\(.)/g, '$1')
    : text;
}

/** As often as escapes were written as escapes themselves: "&amp;#64;". */
function decodeEntities(text: string): string {
  const decoded = text.replace(
    ENTITY,
    (_, decimal?: string, hex?: string, name?: string, base?: string, mark?: string) => {
      if (base !== undefined) return base + (MARKS[mark?.toLowerCase() ?? ''] ?? '');
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? ' ';
      return letter(decimal === undefined ? parseInt(hex ?? '20', 16) : Number(decimal));
    },
  );
  return decoded === text ? text : decodeEntities(decoded);
}

/** A line break that is written as an escape does not begin a new line of the file. */
function letter(code: number): string {
  return code < 0x20 || code > 0x10ffff ? ' ' : String.fromCodePoint(code);
}

function keepLines(part: string): string {
  const breaks = part.match(/\n/g);
  return breaks === null ? ' ' : breaks.join('');
}
