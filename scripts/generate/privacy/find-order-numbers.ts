import { eachWord } from './each-word.ts';
import type { Place } from './place.ts';
import type { TextKind } from './readable-text.ts';
import type { Scanner } from './scanner.ts';

/** Amazon's form, of which there is no other thing. */
const AMAZON_ORDER = /(?<![\d-])\d{3}-\d{7}-\d{7}(?![\d-])/g;
/** What joins the parts of an order number. */
const JOINTS: ReadonlySet<string> = new Set(['-', '_', '/', '.']);
/** Parts of an order number, at most. */
const MOST_PARTS = 5;

/** Every order number in Amazon's form, and a customer's in whatever form; short ones behind the word for them. */
export function findOrderNumbers(text: string, kind: TextKind, scanner: Scanner): Place[] {
  const places: Place[] = [...text.matchAll(AMAZON_ORDER)].map((match) => ({
    at: match.index,
    text: match[0],
  }));
  // Parts that joints join; only those with a digit in them are put together.
  let start = 0;
  let end = 0;
  let hasDigits = false;
  const look = (): void => {
    const number = hasDigits ? orderIn(text, partsOf(text, start, end), kind, scanner) : null;
    if (number) places.push(number);
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

function partsOf(text: string, start: number, end: number): Place[] {
  const parts: Place[] = [];
  eachWord(text.slice(start, end), (from, to) => {
    parts.push({ text: text.slice(start + from, start + to), at: start + from });
  });
  return parts;
}

/** The first order number in parts that "-", "_", "/" or "." join; null for none. */
function orderIn(
  text: string,
  parts: readonly Place[],
  kind: TextKind,
  { known }: Scanner,
): Place | null {
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

/**
 * "Order 1001", "Bestell-Nr.: 100123", "order #1001", "/orders/1001": words in front say what a short number is, which
 * might be any figure. "Orders 1001" is a count.
 */
const ORDER_WORD =
  /(?:^|[^\p{L}])(?:(?:order|bestell(?:ung|nummer|-nr)|bestelling|auftrag|beställning|commande|pedido|encomenda|ordine|ordre|zamówienie)(?: ?(?:no|nr|number|num|id|n|n°|nº))?[.:]?(?:[ \u00A0][#(]?|#)|\/orders?\/)$/iu;

function isCalledOrder(text: string, start: number): boolean {
  return (
    /[ \u00A0#(/]/.test(text[start - 1] ?? '') &&
    ORDER_WORD.test(text.slice(Math.max(0, start - 28), start))
  );
}

/** "#335533" in a style or an attribute. */
function isColour(text: string, number: string, start: number, kind: TextKind): boolean {
  const isLong = number.length === 3 || number.length === 6;
  return (
    isLong &&
    (kind === 'code' || (kind === 'html' && /["':(]$/.test(text.slice(start - 2, start - 1))))
  );
}
