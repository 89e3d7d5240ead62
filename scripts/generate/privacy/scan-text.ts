import { phoneDigits, type Allowed } from './allowed-contacts.ts';
import { eachWord } from './each-word.ts';
import { phoneStart, type KnownPeople } from './known-people.ts';
import { personName, plainLetters, UNSPACED_NAME, UNSPACED_RUN } from './person-names.ts';
import { readableText, type TextKind } from './readable-text.ts';

/** Something in a text that is, or looks like, a person's. */
export interface Finding {
  line: number;
  /** What was found: for telling what a message must not repeat. */
  text: string;
  what: 'an e-mail address' | 'a phone number' | 'an order number' | 'the name of a customer';
}

interface Place {
  at: number;
  text: string;
  what: Finding['what'];
}

export interface Scanner {
  known: KnownPeople;
  allowed: Allowed;
}

/**
 * Looks for people in a text: every e-mail address and every usual form of a phone number or an Amazon order number,
 * known or not; and every phone, order number and full name of a customer in whatever form. A first name alone is no
 * name, a figure no phone.
 */
export function scanText(text: string, kind: TextKind, scanner: Scanner): Finding[] {
  const { whole, withoutTags } = readableText(text, kind);
  const found = [
    ...placesIn(whole, [
      emails(whole, kind, scanner),
      phones(whole, kind, scanner),
      orderNumbers(whole, kind, scanner),
      names(whole, scanner),
      unspacedNames(whole, scanner),
    ]),
    ...(withoutTags === null
      ? []
      : placesIn(withoutTags, [names(withoutTags, scanner), unspacedNames(withoutTags, scanner)])),
  ];
  const seen = new Map(
    found.map((finding) => [`${finding.line} ${finding.what} ${finding.text}`, finding]),
  );
  return [...seen.values()].sort((a, b) => a.line - b.line || (a.what < b.what ? -1 : 1));
}

function placesIn(text: string, kinds: Iterable<Place>[]): Finding[] {
  return kinds.flatMap((places) =>
    [...places].map(({ at, text: found, what }) => ({
      line: lineOf(text, at),
      text: found,
      what,
    })),
  );
}

function lineOf(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf('\n'); next !== -1 && next < at; next = text.indexOf('\n', next + 1))
    line += 1;
  return line;
}

const LOCAL_PART = /[^\s"'<>()[\]{},;:@\\]{1,64}$/u;
const DOMAIN = /^(?:[\p{L}\p{N}_-]+\.)+\p{L}{2,24}/u;
const ANY_DOMAIN = /^[^\s"'<>()[\]{},;:@\\]{3,253}/u;
/** "logo@2x.png" is a picture. */
const FILE_NAME = /\.(?:avif|css|gif|html?|jpe?g|js|json|m?ts|png|svg|webp|woff2?)$/i;

function* emails(text: string, kind: TextKind, { known, allowed }: Scanner): Generator<Place> {
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const local = LOCAL_PART.exec(text.slice(Math.max(0, at - 64), at))?.[0] ?? '';
    if (local === '') continue;
    const after = text.slice(at + 1, at + 255);
    const domain = DOMAIN.exec(after)?.[0] ?? '';
    const address = `${local}@${domain}`.toLowerCase().normalize('NFC');
    if (allowed.emails.has(address)) continue;
    // Licences name their authors in code.
    const isShape = domain !== '' && !FILE_NAME.test(domain) && kind !== 'code';
    const isStaff = allowed.emails.has(`@${domain.toLowerCase()}`);
    const isCustomers = (): boolean =>
      endings(local, ANY_DOMAIN.exec(after)?.[0] ?? '').some((one) => known.has('email', one));
    if ((isShape && !isStaff) || isCustomers())
      yield { at, text: address, what: 'an e-mail address' };
  }
}

/** An address with whatever marks stand around it: "(=ann@example.com.)". */
function endings(local: string, domain: string): string[] {
  const address = `${local}@${domain}`.toLowerCase().normalize('NFC');
  return [address, address.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')];
}

/** Digits in groups, on one line, as people write a phone number. */
const GROUPED_DIGITS = /[+(]{0,2}\d[\d ()./\u00A0\u2009\u202F+-]{4,}\d/g;
/** A country's sign in front (none begins with 0: "+0.000007" is a difference), or the American form with its separators. */
const INTERNATIONAL = /(?<![\p{L}\d.,+])\+[1-9]\d{0,2}(?:[ \u00A0.()/-]{0,3}\d){6,12}(?![\d])/gu;
const AMERICAN =
  /(?<![\p{L}\d.,+/-])(?:\(\d{3}\) ?\d{3}[-. ]\d{4}|\d{3}([-.])\d{3}\1\d{4})(?![\d.,]\d|\d|[-/]\d)/gu;
/** "+1 234 567": a difference, with its thousands apart. */
const FIGURE = /^\+\d{1,3}(?:[ \u00A0.]\d{3})+$/;
const LINK = /\btel:([^"'\s<>]{5,})/g;

function* phones(text: string, kind: TextKind, scanner: Scanner): Generator<Place> {
  if (kind !== 'code') {
    for (const shape of [INTERNATIONAL, AMERICAN, LINK]) {
      for (const match of text.matchAll(shape)) {
        const isAllowed = scanner.allowed.phones.has(phoneDigits(match[0]));
        if (!isAllowed && !FIGURE.test(match[0]))
          yield { at: match.index, text: match[0], what: 'a phone number' };
      }
    }
  }
  for (const match of text.matchAll(GROUPED_DIGITS)) {
    if (holdsPhone(text, match, scanner))
      yield { at: match.index, text: match[0], what: 'a phone number' };
  }
}

/** Whether neighbouring groups of digits are together the phone of a customer. */
function holdsPhone(text: string, run: RegExpExecArray, { known, allowed }: Scanner): boolean {
  const groups = [...run[0].matchAll(/\d+/g)];
  for (let first = 0; first < groups.length; first += 1) {
    let digits = '';
    for (let last = first; last < groups.length && digits.length < 18; last += 1) {
      digits += groups[last]?.[0] ?? '';
      const phone = digits.replace(/^0+/, '');
      if (phone.length < 5 || phone.length > 15) continue;
      if (!known.has('start', phoneStart(phone)) || !known.has('phone', phone)) continue;
      const start = run.index + (groups[first]?.index ?? 0);
      if (first === last && isInsideWord(text, start, start + digits.length)) continue;
      if (!allowed.phones.has(phone)) return true;
    }
  }
  return false;
}

/** Part of a longer number or of a name that programs make: "1.15550170001", "index.a15550170001". */
function isInsideWord(text: string, start: number, end: number): boolean {
  return (
    /[\p{L}\d_]$|\d[.,]$/u.test(text.slice(Math.max(0, start - 2), start)) ||
    /^(?:[\p{L}_]|[.,]\d)/u.test(text.slice(end, end + 2))
  );
}

/** Amazon's form, of which there is no other thing. */
const AMAZON_ORDER = /(?<![\d-])\d{3}-\d{7}-\d{7}(?![\d-])/g;
/** What joins the parts of an order number. */
const JOINTS: ReadonlySet<string> = new Set(['-', '_', '/', '.']);
/** White space between two words of a name, with the tags between taken out. */
const LONGEST_GAP = 80;
/** Parts of an order number, at most. */
const MOST_PARTS = 5;

interface Token {
  text: string;
  at: number;
}

function orderNumbers(text: string, kind: TextKind, scanner: Scanner): Place[] {
  const places: Place[] = [...text.matchAll(AMAZON_ORDER)].map((match) => ({
    at: match.index,
    text: match[0],
    what: 'an order number',
  }));
  // Parts that joints join; only those with a digit in them are put together.
  let start = 0;
  let end = 0;
  let hasDigits = false;
  const look = (): void => {
    const number = hasDigits ? orderIn(text, partsOf(text, start, end), kind, scanner) : null;
    if (number) places.push({ ...number, what: 'an order number' });
  };
  eachWord(text, (wordStart, wordEnd, hasDigit) => {
    if (wordStart - end !== 1 || !JOINTS.has(text[end] ?? '')) {
      look();
      start = wordStart;
      hasDigits = false;
    }
    hasDigits ||= hasDigit;
    end = wordEnd;
  });
  look();
  return places;
}

function partsOf(text: string, start: number, end: number): Token[] {
  const parts: Token[] = [];
  eachWord(text.slice(start, end), (from, to) => {
    parts.push({ text: text.slice(start + from, start + to), at: start + from });
  });
  return parts;
}

function names(text: string, scanner: Scanner): Place[] {
  const places: Place[] = [];
  let words: Token[] = [];
  let end = 0;
  const look = (): void => {
    const name = words.length > 1 ? nameIn(words, scanner) : null;
    if (name) places.push({ ...name, what: 'the name of a customer' });
  };
  eachWord(text, (at, wordEnd) => {
    const word = text.slice(at, wordEnd);
    if (!scanner.known.isNameWord(word)) return;
    if (!isNameGap(text.slice(end, Math.min(at, end + LONGEST_GAP)))) {
      look();
      words = [];
    }
    words.push({ text: word, at });
    end = wordEnd;
  });
  look();
  return places;
}

/** Names in writings that know no spaces: they can stand anywhere in a run of letters. */
function* unspacedNames(text: string, { known, allowed }: Scanner): Generator<Place> {
  for (const run of text.matchAll(UNSPACED_RUN)) {
    const letters = Array.from(plainLetters(run[0]));
    for (let at = 0; at + UNSPACED_NAME.least <= letters.length; at += 1) {
      for (let length = UNSPACED_NAME.least; length <= UNSPACED_NAME.most; length += 1) {
        const name = letters.slice(at, at + length).join('');
        if (at + length > letters.length || allowed.names.has(name)) continue;
        if (known.has('name', name))
          yield { at: run.index, text: name, what: 'the name of a customer' };
      }
    }
  }
}

/** What may stand between two words of a name. */
function isNameGap(gap: string): boolean {
  return /^(?:[^\p{L}\p{M}\p{N}]{0,3}|\s*)$/u.test(gap) && gap.length < LONGEST_GAP;
}

/** The first name in a row of words that are words of names; null for none. */
function nameIn(words: readonly Token[], { known, allowed }: Scanner): Token | null {
  for (let first = 0; first < words.length - 1; first += 1) {
    for (let length = 2; length <= MOST_NAME_WORDS && first + length <= words.length; length += 1) {
      const found = words.slice(first, first + length);
      const text = found.map((word) => word.text).join(' ');
      const name = personName(text);
      if (name !== null && !allowed.names.has(name) && known.has('name', name))
        return { text, at: found[0]?.at ?? 0 };
    }
  }
  return null;
}

const MOST_NAME_WORDS = 6;

/** The first order number in parts that "-", "_", "/" or "." join; null for none. */
function orderIn(
  text: string,
  parts: readonly Token[],
  kind: TextKind,
  { known }: Scanner,
): Token | null {
  for (let first = 0; first < parts.length; first += 1) {
    const start = parts[first]?.at ?? 0;
    for (let last = first; last < parts.length && last < first + MOST_PARTS; last += 1) {
      const end = (parts[last]?.at ?? 0) + (parts[last]?.text.length ?? 0);
      const number = text.slice(start, end);
      if (!isOrderShape(text, number, start, kind)) continue;
      const isKnown =
        known.has('order', number.toLowerCase()) ||
        (isCalledOrder(text, start) && known.has('short', number));
      if (isKnown) return { text: number, at: start };
    }
  }
  return null;
}

/** Letters with digits, a # or the word for it in front, or so many digits that a figure of the same value would be chance. */
function isOrderShape(text: string, number: string, start: number, kind: TextKind): boolean {
  const digits = number.replace(/\D/g, '').length;
  if (text[start - 1] === '#') return digits > 2 && !isColour(text, number, start, kind);
  if (/\p{L}/u.test(number)) return digits > 0 && number.length > 3;
  if (isCalledOrder(text, start)) return digits > 2;
  return digits >= (/\D/.test(number) ? 7 : 9) && !/\d[.,]$/.test(text.slice(start - 2, start));
}

/** "Order 1001", "Bestellnummer: 100123": words in front say what a short number is, which might be any figure. */
const ORDER_WORD =
  /(?:^|[^\p{L}])(?:order|bestellung|bestellnummer|commande|pedido|ordine)(?: ?(?:no|nr|number|num|id|n°|nº))?[.:]? $/iu;

function isCalledOrder(text: string, start: number): boolean {
  return text[start - 1] === ' ' && ORDER_WORD.test(text.slice(Math.max(0, start - 24), start));
}

/** "#335533" in a style or an attribute. */
function isColour(text: string, number: string, start: number, kind: TextKind): boolean {
  const isLong = number.length === 3 || number.length === 6;
  return (
    isLong &&
    (kind === 'code' || (kind === 'html' && /["':(]$/.test(text.slice(start - 2, start - 1))))
  );
}
