import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Clue, PublishedFigures } from '#core/guess/clue.ts';
import { CLEAR_ODDS, guessRounds } from '#core/guess/guess-rounds.ts';
import { numberFact } from '../personas/build-fact.ts';
import { arbitraryPortraits } from './arbitrary-figures.ts';

const seed = fc.integer();

/** What a Portrait gives a clue at most, worked out once more and plainly: a hidden share takes all that is left. */
function most(portrait: PublishedFigures, clue: Clue): number {
  const number = (id: string): number | null => {
    const fact = portrait.facts.find((one) => one.id === id);
    return fact?.status === 'ok' ? Number(fact.value) : null;
  };
  if (clue.kind === 'orderValue') {
    const average = number('averageOrderValue');
    if (average === null) return 1;
    const median = average * Math.exp(-0.125);
    return Math.exp(-((Math.log(clue.value) - Math.log(median)) ** 2) / 0.5);
  }
  if (clue.kind === 'gift' || clue.kind === 'discount') {
    const share = number(`${clue.kind}Share`);
    if (share === null) return 1;
    return clue.isSo ? share : 1 - share;
  }
  if (!('part' in clue)) throw new Error('Only parts of a split are left');
  const split = { category: 'categories', brand: 'brands', channel: 'channels', month: 'months' };
  const id = split[clue.kind];
  const rows = portrait.breakdowns.find((one) => one.id === id)?.rows ?? [];
  let left = 1;
  for (const row of rows) {
    if (row.label === clue.part && row.share !== null) return row.share;
    left -= row.share ?? 0;
  }
  return Math.max(0, left);
}

const product = (portrait: PublishedFigures, clues: readonly Clue[]): number =>
  clues.reduce((whole, clue) => whole * most(portrait, clue), 1);

describe('guessRounds()', () => {
  test('answers with the Portrait for which the basket is the likeliest of all, whoever is offered', () => {
    let seen = 0;
    fc.assert(
      fc.property(arbitraryPortraits, seed, (portraits, number) => {
        for (const { answer, clues } of guessRounds(portraits, { seed: number })) {
          const likelihood = (id: string): number =>
            product(portraits.find((one) => one.id === id) ?? fail(id), clues);
          const own = likelihood(answer);
          expect(own).toBeGreaterThan(0);
          for (const { id: other } of portraits.filter(({ id }) => id !== answer)) {
            expect(own).toBeGreaterThanOrEqual(likelihood(other) * CLEAR_ODDS * (1 - 1e-9));
          }
          seen += 1;
        }
      }),
      { numRuns: 60 },
    );
    expect(seen).toBeGreaterThan(50);
  });

  test('opens with the most telling basket, and deals no basket twice', () => {
    fc.assert(
      fc.property(arbitraryPortraits, seed, (portraits, number) => {
        const rounds = guessRounds(portraits, { seed: number });
        const firsts = [...Map.groupBy(rounds, ({ answer }) => answer).values()].map(
          ([first]) => first?.telling.length ?? 0,
        );
        expect(rounds[0]?.telling.length ?? 0).toBe(Math.max(0, ...firsts));
        const told = rounds.map(({ clues }) =>
          JSON.stringify(clues.filter(({ kind }) => kind !== 'orderValue')),
        );
        expect(new Set(told).size).toBe(told.length);
      }),
      { numRuns: 40 },
    );
  });

  test('has at least two clues that tell, all of them in the basket', () => {
    fc.assert(
      fc.property(arbitraryPortraits, seed, (portraits, number) => {
        for (const { clues, telling } of guessRounds(portraits, { seed: number })) {
          expect(telling.length).toBeGreaterThanOrEqual(2);
          expect(telling.every((clue) => clues.includes(clue))).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('gives the same rounds for the same seed, and others for another', () => {
    fc.assert(
      fc.property(arbitraryPortraits, seed, (portraits, number) => {
        const rounds = guessRounds(portraits, { seed: number });
        expect(guessRounds(portraits, { seed: number })).toEqual(rounds);
      }),
      { numRuns: 40 },
    );
    expect(guessRounds(TWO, { seed: 1 })).not.toEqual(guessRounds(TWO, { seed: 2 }));
  });

  test('draws nothing from a share or a fact that is suppressed', () => {
    fc.assert(
      fc.property(arbitraryPortraits, seed, (portraits, number) => {
        for (const { answer, clues } of guessRounds(portraits, { seed: number })) {
          const { breakdowns, facts } = portraits.find(({ id }) => id === answer) ?? fail(answer);
          const hidden = breakdowns.flatMap(({ rows }) =>
            rows.filter(({ share }) => share === null).map(({ label }) => label),
          );
          const kinds = facts
            .filter(({ status }) => status !== 'ok')
            .map(({ id }) => id.replace('Share', '').replace('averageO', 'o'));
          for (const clue of clues) {
            if ('part' in clue) expect(hidden).not.toContain(clue.part);
            expect(kinds).not.toContain(clue.kind);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('offers each Portrait once, the answer among them, and at most four', () => {
    fc.assert(
      fc.property(arbitraryPortraits, seed, (portraits, number) => {
        for (const { answer, offered } of guessRounds(portraits, { seed: number })) {
          expect(offered).toContain(answer);
          expect(new Set(offered).size).toBe(offered.length);
          expect(offered.length).toBe(Math.min(4, portraits.length));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('has no rounds for one Portrait, nor for two that are the same', () => {
    const [giver] = TWO;
    expect(guessRounds([giver], { seed: 1 })).toEqual([]);
    expect(guessRounds([giver, { ...giver, id: 'twin' }], { seed: 1 })).toEqual([]);
  });
});

const TWO: [PublishedFigures, PublishedFigures] = [
  {
    id: 'giver',
    facts: [numberFact('giftShare', 0.9), numberFact('averageOrderValue', 40, 'money')],
    breakdowns: [],
    distinguishing: [
      { fact: 'giftShare', timesAverage: 6, average: 0.15 },
      { fact: 'averageOrderValue', timesAverage: 0.4, average: 100 },
    ],
  },
  {
    id: 'traveller',
    facts: [numberFact('giftShare', 0.02), numberFact('averageOrderValue', 300, 'money')],
    breakdowns: [],
    distinguishing: [{ fact: 'averageOrderValue', timesAverage: 3, average: 100 }],
  },
];

function fail(id: string): never {
  throw new Error(`There is no Portrait "${id}"`);
}
