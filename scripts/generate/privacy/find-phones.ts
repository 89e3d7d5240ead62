import { phoneDigits } from './allowed-contacts.ts';
import { phoneStart } from './known-people.ts';
import type { Place } from './place.ts';
import type { TextKind } from './readable-text.ts';
import type { Scanner } from './scanner.ts';

/** Digits in groups, on one line, as people write a phone number. */
const GROUPED_DIGITS = /[+(]{0,2}\d[\d ()./·\u00A0\u2000-\u200A\u2010-\u2015\u202F\u2212+-]{4,}\d/g;
/** A country's sign in front (none begins with 0: "+0.000007" is a difference), or the American form with its separators. */
const INTERNATIONAL = /(?<![\p{L}\d.,+])\+[1-9]\d{0,2}(?:[ \u00A0.()/-]{0,3}\d){6,12}(?![\d])/gu;
const AMERICAN =
  /(?<![\p{L}\d.,+/-])(?:\(\d{3}\) ?\d{3}[-. ]\d{4}|\d{3}([-.])\d{3}\1\d{4})(?![\d.,]\d|\d|[-/]\d)/gu;
/** "+1 234 567": a difference, with its thousands apart. */
const FIGURE = /^\+\d{1,3}(?:[ \u00A0.]\d{3})+$/;
/** As people dial inside a country. */
const INSIDE_COUNTRY = /^0[1-9]\d{6,}$/;
const LINK = /\btel:([^"'\s<>]{5,})/g;

/** Every usual form of a phone number, and a customer's in whatever form. */
export function* findPhones(text: string, kind: TextKind, scanner: Scanner): Generator<Place> {
  if (kind !== 'code') {
    for (const shape of [INTERNATIONAL, AMERICAN, LINK]) {
      for (const match of text.matchAll(shape)) {
        const isAllowed = scanner.allowed.phones.has(phoneDigits(match[0]));
        if (!isAllowed && !FIGURE.test(match[0])) yield { at: match.index, text: match[0] };
      }
    }
  }
  for (const match of text.matchAll(GROUPED_DIGITS)) {
    if (holdsPhone(text, match, scanner)) yield { at: match.index, text: match[0] };
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
      const isKnown =
        (known.has('start', phoneStart(phone)) && known.has('phone', phone)) ||
        (INSIDE_COUNTRY.test(digits) && known.has('inside', phone));
      if (!isKnown) continue;
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
