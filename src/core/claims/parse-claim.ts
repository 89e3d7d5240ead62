import { CHANGE_WORDS } from './change-word.ts';
import type { Claim } from './claim.ts';
import { ClaimSyntaxError } from './claim-syntax-error.ts';
import { claimTokens, type ClaimToken } from './claim-tokens.ts';

/** Longer claims say more than one sentence can; the limit also bounds how deep brackets can nest. */
const LONGEST_CLAIM = 500;

/**
 * Claim from text – binds a sentence to facts. Grammar: `fact (< <= > >= ==) number` and, of a KPI, `change is lower` (or
 * another of `CHANGE_WORDS`), joined by `and`, `or`, `not` and brackets; `not` binds tighter than `and`, `and` tighter than `or`. Read by this parser and never run as code.
 * Source: the form of `<Claim when="…">` in docs/features.md.
 *
 * @throws ClaimSyntaxError with the position of the first thing that is wrong; the empty text is an error too
 * @example parseClaim('ordersPerYear >= 9') // => { kind: 'comparison', fact: 'ordersPerYear', comparator: '>=', number: 9 }
 */
export function parseClaim(text: string): Claim {
  if (text.length > LONGEST_CLAIM) {
    const shortened = `${text.slice(0, 20)}…`;
    const found = `${text.length} characters`;
    throw new ClaimSyntaxError(shortened, LONGEST_CLAIM, found, `at most ${LONGEST_CLAIM}`);
  }
  const reader = new TokenReader(text, claimTokens(text));
  const claim = readOr(reader);
  reader.take('end', '"and", "or" or the end of the claim');
  return claim;
}

class TokenReader {
  private index = 0;
  private readonly text: string;
  private readonly tokens: ClaimToken[];

  constructor(text: string, tokens: ClaimToken[]) {
    this.text = text;
    this.tokens = tokens;
  }

  /** The next token if it is of that kind, and moves past it. */
  takeIf<K extends ClaimToken['kind']>(kind: K): Extract<ClaimToken, { kind: K }> | null {
    const token = this.tokens[this.index];
    if (token?.kind !== kind) return null;
    this.index += 1;
    return token as Extract<ClaimToken, { kind: K }>;
  }

  /** The next token if it is one of these words, and moves past it. */
  takeWord<Word extends string>(words: readonly Word[]): Word | undefined {
    const word = words.find((one) => one === this.tokens[this.index]?.text);
    if (word !== undefined) this.index += 1;
    return word;
  }

  take<K extends ClaimToken['kind']>(kind: K, expected: string): Extract<ClaimToken, { kind: K }> {
    const taken = this.takeIf(kind);
    return taken ?? this.refuse(expected);
  }

  /** @throws ClaimSyntaxError about the next token */
  refuse(expected: string): never {
    const token = this.tokens[this.index];
    const found = token && token.kind !== 'end' ? JSON.stringify(token.text) : 'the end';
    throw new ClaimSyntaxError(this.text, token?.position ?? this.text.length, found, expected);
  }
}

function readOr(reader: TokenReader): Claim {
  let left = readAnd(reader);
  while (reader.takeIf('or')) left = { kind: 'or', left, right: readAnd(reader) };
  return left;
}

function readAnd(reader: TokenReader): Claim {
  let left = readNot(reader);
  while (reader.takeIf('and')) left = { kind: 'and', left, right: readNot(reader) };
  return left;
}

function readNot(reader: TokenReader): Claim {
  if (reader.takeIf('not')) return { kind: 'not', claim: readNot(reader) };
  if (reader.takeIf('open')) {
    const claim = readOr(reader);
    reader.take('close', '")"');
    return claim;
  }
  const fact = reader.take('fact', 'a fact such as "ordersPerYear", "not" or "("').text;
  if (fact === 'change' && reader.takeWord(['is'])) return readChange(reader);
  const { comparator } = reader.take('comparator', '<, <=, >, >= or ==');
  const { number } = reader.take('number', 'a number such as 9 or 0.25');
  return { kind: 'comparison', fact, comparator, number };
}

function readChange(reader: TokenReader): Claim {
  const word = reader.takeWord(CHANGE_WORDS) ?? reader.refuse(CHANGE_WORDS.join(', '));
  return { kind: 'change', word };
}
