import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHANGE_WORDS } from '#core/claims/change-word.ts';
import type { Claim } from '#core/claims/claim.ts';
import { ClaimSyntaxError } from '#core/claims/claim-syntax-error.ts';
import { evaluateClaim } from '#core/claims/evaluate-claim.ts';
import { formatClaim } from '#core/claims/format-claim.ts';
import { parseClaim } from '#core/claims/parse-claim.ts';
import { numberFact, rangedFact, suppressedFact, textFact } from '../personas/build-fact.ts';

const facts = Object.freeze([
  numberFact('ordersPerYear', 9),
  numberFact('returnRate', 0.1),
  suppressedFact('giftShare'),
  textFact('topCategory', 'Jeans'),
]);

function holds(text: string): boolean {
  return evaluateClaim(parseClaim(text), facts).holds;
}

test.each([
  ['ordersPerYear >= 9', true],
  ['ordersPerYear > 9', false],
  ['ordersPerYear==9', true],
  ['returnRate < 0.1', false],
  ['returnRate <= 0.1 and ordersPerYear > 8', true],
  ['returnRate > 0.5 or ordersPerYear > 8', true],
  ['not returnRate > 0.5', true],
  ['not (returnRate > 0.5 or ordersPerYear > 8)', false],
  ['ordersPerYear > -1', true],
])('evaluateClaim() reads "%s" as %s', (text, expected) => {
  expect(holds(text)).toBe(expected);
});

/** The facts of a KPI whose figures of the two years lie within 0.02. */
function kpi(now: number, before: number) {
  return [
    rangedFact('current', now, [now - 0.02, now + 0.02]),
    rangedFact('yearAgo', before, [before - 0.02, before + 0.02]),
    numberFact('change', now - before, 'points'),
  ];
}

test('evaluateClaim() asks of a change whether it could be chance', () => {
  const asked = (text: string, now: number, before: number): boolean =>
    evaluateClaim(parseClaim(text), kpi(now, before)).holds;
  expect(asked('change is lower', 0.2, 0.3)).toBe(true);
  expect(asked('change is higher', 0.3, 0.2)).toBe(true);
  expect(asked('change < 0', 0.22, 0.23)).toBe(true);
  expect(asked('change is lower', 0.22, 0.23)).toBe(false);
  expect(asked('change is couldBeChance', 0.22, 0.23)).toBe(true);
  expect(asked('change is unchanged', 0.22, 0.22)).toBe(false);
  expect(asked('not change is couldBeChance and current < 0.25', 0.2, 0.3)).toBe(true);
});

test('evaluateClaim() knows no change where a figure lacks', () => {
  const claim = parseClaim('not change is lower');
  expect(evaluateClaim(claim, facts)).toMatchObject({ holds: false, unknownFacts: ['change'] });
  expect(evaluateClaim(claim, [suppressedFact('change')]).withheldFacts).toEqual(['change']);
});

test('parseClaim() binds not before and, and before or', () => {
  expect(parseClaim('a > 1 or b > 1 and not c > 1')).toEqual(
    parseClaim('a > 1 or (b > 1 and (not (c > 1)))'),
  );
});

test('evaluateClaim() is false as a whole when a fact is withheld, even under not and or', () => {
  expect(holds('giftShare > 0.5')).toBe(false);
  expect(holds('not giftShare > 0.5')).toBe(false);
  expect(holds('ordersPerYear >= 9 or giftShare > 0.5')).toBe(false);
});

test('evaluateClaim() reports unknown, withheld and text facts', () => {
  const claim = parseClaim('ordersPerMonth > 1 and giftShare > 0 and topCategory == 1');
  expect(evaluateClaim(claim, facts)).toEqual({
    holds: false,
    unknownFacts: ['ordersPerMonth'],
    withheldFacts: ['giftShare'],
    textFacts: ['topCategory'],
  });
});

test.each([
  ['', 0, 'the end'],
  ['ordersPerYear', 13, 'the end'],
  ['ordersPerYear => 9', 14, '"="'],
  ['ordersPerYear >= nine', 17, '"nine"'],
  ['ordersPerYear >= 9 and', 22, 'the end'],
  ['(ordersPerYear >= 9', 19, 'the end'],
  ['ordersPerYear >= 9 returnRate < 1', 19, '"returnRate"'],
  ['process.exit()', 7, '"."'],
  ['change is better', 10, '"better"'],
  ['change is', 9, 'the end'],
  ['returnRate is lower', 11, '"is"'],
  ['ordersPerYear >= 1e3', 17, '"1"'],
  ['  ; drop', 2, '";"'],
])('parseClaim() says where "%s" goes wrong', (text, position, found) => {
  const error = syntaxErrorOf(text);
  expect([error.position, error.found]).toEqual([position, found]);
});

test('parseClaim() explains itself', () => {
  expect(syntaxErrorOf('ordersPerYear >= nine').message).toMatchInlineSnapshot(
    `"Cannot read claim "ordersPerYear >= nine": character 18: found "nine"; expected a number such as 9 or 0.25"`,
  );
});

test('parseClaim() says what can be asked of a change', () => {
  expect(syntaxErrorOf('change is better').expected).toBe(
    'higher, lower, unchanged, couldBeChance, fewPeople',
  );
});

test('parseClaim() refuses a claim longer than a sentence can be', () => {
  expect(() => parseClaim('('.repeat(100_000))).toThrow(ClaimSyntaxError);
});

const claims = fc.letrec<{ claim: Claim }>((tie) => ({
  claim: fc.oneof(
    { maxDepth: 3 },
    fc.record({
      kind: fc.constant('comparison' as const),
      fact: fc.constantFrom('ordersPerYear', 'returnRate', 'giftShare', 'android', 'notes'),
      comparator: fc.constantFrom('<', '<=', '>', '>=', '=='),
      number: fc.integer({ min: -1000, max: 1000 }).map((value) => value / 4),
    }),
    fc.record({ kind: fc.constant('change' as const), word: fc.constantFrom(...CHANGE_WORDS) }),
    fc.record({ kind: fc.constant('not' as const), claim: tie('claim') }),
    fc.record({
      kind: fc.constantFrom('and', 'or'),
      left: tie('claim'),
      right: tie('claim'),
    }),
  ),
})).claim;

test('parseClaim() reads back whatever formatClaim() writes', () => {
  fc.assert(
    fc.property(claims, (claim) => {
      const text = formatClaim(claim);
      fc.pre(text.length <= 500);
      expect(parseClaim(text)).toEqual(claim);
    }),
  );
});

test('parseClaim() answers any text with a tree or a ClaimSyntaxError inside of it', () => {
  const words = fc.constantFrom(
    'and',
    'or',
    'not',
    '(',
    ')',
    'a',
    '>=',
    '==',
    '1',
    '-',
    '.5',
    '${x}',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      try {
        parseClaim(text);
      } catch (error) {
        expect(error).toBeInstanceOf(ClaimSyntaxError);
        expect((error as ClaimSyntaxError).position).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});

function syntaxErrorOf(text: string): ClaimSyntaxError {
  try {
    parseClaim(text);
  } catch (error) {
    if (error instanceof ClaimSyntaxError) return error;
  }
  throw new Error(`Expected "${text}" to be refused`);
}
