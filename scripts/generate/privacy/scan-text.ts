import { findEmails } from './find-emails.ts';
import { findNames, findUnspacedNames } from './find-names.ts';
import { findOrderNumbers } from './find-order-numbers.ts';
import { findPhones } from './find-phones.ts';
import type { Place } from './place.ts';
import { readableText, type TextKind } from './readable-text.ts';
import type { Scanner } from './scanner.ts';

/** Something in a text that is, or looks like, a person's. */
export interface Finding {
  line: number;
  /** What was found: for telling what a message must not repeat. */
  text: string;
  what: 'an e-mail address' | 'a phone number' | 'an order number' | 'the name of a customer';
}

/**
 * Looks for people in a text: every e-mail address and every usual form of a phone number or an Amazon order number,
 * known or not; and every phone, order number and full name of a customer in whatever form. A first name alone is no
 * name, a figure no phone.
 */
export function scanText(text: string, kind: TextKind, scanner: Scanner): Finding[] {
  const { whole, withoutTags } = readableText(text, kind);
  const found = [
    ...findings(whole, 'an e-mail address', findEmails(whole, kind, scanner)),
    ...findings(whole, 'a phone number', findPhones(whole, kind, scanner)),
    ...findings(whole, 'an order number', findOrderNumbers(whole, kind, scanner)),
    ...namesIn(whole, scanner),
    ...(withoutTags === null
      ? []
      : [
          ...findings(withoutTags, 'an e-mail address', findEmails(withoutTags, kind, scanner)),
          ...findings(withoutTags, 'a phone number', findPhones(withoutTags, kind, scanner)),
          ...namesIn(withoutTags, scanner),
        ]),
  ];
  const seen = new Map(
    found.map((finding) => [`${finding.line} ${finding.what} ${finding.text}`, finding]),
  );
  return [...seen.values()].sort((a, b) => a.line - b.line || (a.what < b.what ? -1 : 1));
}

function namesIn(text: string, scanner: Scanner): Finding[] {
  return findings(text, 'the name of a customer', [
    ...findNames(text, scanner),
    ...findUnspacedNames(text, scanner),
  ]);
}

function findings(text: string, what: Finding['what'], places: Iterable<Place>): Finding[] {
  return Array.from(places, ({ at, text: found }) => ({
    line: lineOf(text, at),
    text: found,
    what,
  }));
}

function lineOf(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf('\n'); next !== -1 && next < at; next = text.indexOf('\n', next + 1))
    line += 1;
  return line;
}
