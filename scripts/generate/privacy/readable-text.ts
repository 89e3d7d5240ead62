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
  /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(commat|apos|nbsp|amp|period|plus|lowbar|hyphen));/gi;
const NAMED: Record<string, string> = {
  amp: '&',
  apos: "'",
  commat: '@',
  hyphen: '-',
  lowbar: '_',
  nbsp: ' ',
  period: '.',
  plus: '+',
};

/** Attributes that draw: numbers that are places, in long rows. */
const DRAWING = /\s(?:d|points|transform|viewBox)="[^"]*"/g;

export interface ReadableText {
  whole: string;
  /** Of HTML, where a name can be half bold; else null. */
  withoutTags: string | null;
}

/**
 * The text as a person or a program reads it, line for line: escapes undone, numbers of JSON and places of drawings
 * taken out.
 */
export function readableText(text: string, kind: TextKind): ReadableText {
  if (kind === 'json') return { whole: jsonStrings(text), withoutTags: null };
  if (kind !== 'html') return { whole: text, withoutTags: null };
  const whole = decodeEntities(text.replace(DRAWING, keepLines));
  return { whole, withoutTags: whole.replace(/<[^>]*>/g, keepLines) };
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

function decodeEntities(text: string): string {
  return text.includes('&')
    ? text.replace(ENTITY, (_, decimal?: string, hex?: string, name?: string) =>
        name === undefined
          ? letter(decimal === undefined ? parseInt(hex ?? '20', 16) : Number(decimal))
          : (NAMED[name.toLowerCase()] ?? ' '),
      )
    : text;
}

/** A line break that is written as an escape does not begin a new line of the file. */
function letter(code: number): string {
  return code < 0x20 || code > 0x10ffff ? ' ' : String.fromCodePoint(code);
}

function keepLines(part: string): string {
  const breaks = part.match(/\n/g);
  return breaks === null ? ' ' : breaks.join('');
}
