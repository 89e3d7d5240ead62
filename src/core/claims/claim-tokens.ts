import type { Comparator } from './claim.ts';
import { ClaimSyntaxError } from './claim-syntax-error.ts';

export type ClaimToken = { position: number; text: string } & (
  | { kind: 'fact' }
  | { kind: 'number'; number: number }
  | { kind: 'comparator'; comparator: Comparator }
  | { kind: 'and' | 'or' | 'not' | 'open' | 'close' | 'end' }
);

const TOKEN =
  /\s*(?:(?<comparator><=|>=|==|<|>)|(?<number>-?\d+(?:\.\d+)?(?![\w.]))|(?<word>[a-z][a-zA-Z0-9]*)|(?<bracket>[()]))/y;

/**
 * Cuts a claim into its words – the first half of reading it. Numbers are plain decimals, facts are camelCase ids.
 * The last token is always `end`.
 *
 * @throws ClaimSyntaxError at the first character that begins no token
 * @example claimTokens('returnRate > 0.1').map((token) => token.kind) // => ['fact', 'comparator', 'number', 'end']
 */
export function claimTokens(claim: string): ClaimToken[] {
  const tokens: ClaimToken[] = [];
  const end = claim.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(claim);
    if (!match) {
      const position = start + (claim.slice(start).length - claim.slice(start).trimStart().length);
      const found = JSON.stringify(String.fromCodePoint(claim.codePointAt(position) ?? 0));
      throw new ClaimSyntaxError(claim, position, found, 'a fact, a number, a comparison or "("');
    }
    tokens.push(tokenOf(match));
  }
  return [...tokens, { kind: 'end', text: '', position: claim.length }];
}

function tokenOf(match: RegExpExecArray): ClaimToken {
  const text = match[0].trimStart();
  const place = { text, position: match.index + match[0].length - text.length };
  if (match.groups?.['comparator'] !== undefined) {
    return { ...place, kind: 'comparator', comparator: text as Comparator };
  }
  if (match.groups?.['number'] !== undefined) {
    return { ...place, kind: 'number', number: Number(text) };
  }
  if (text === '(') return { ...place, kind: 'open' };
  if (text === ')') return { ...place, kind: 'close' };
  if (text === 'and' || text === 'or' || text === 'not') return { ...place, kind: text };
  return { ...place, kind: 'fact' };
}
