import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparePortraits, type ComparisonPart } from '#core/personas/compare-portraits.ts';
import { formatFact } from '#core/format/format-fact.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { arbitraryFacts } from './arbitrary-facts.ts';
import { numberFact, rangedFact, suppressedFact, unsureFact } from './build-fact.ts';

const FORMATS = { locale: 'en-US', currency: 'USD', timeZone: 'UTC' };

function sentence(parts: readonly ComparisonPart[]): string {
  return parts
    .map((part) =>
      typeof part === 'string' ? part : (part.said ?? formatFact(part.fact, FORMATS)),
    )
    .join('');
}

/** Orders a year and order value, each known within one in twenty; the spend follows. */
function buyer(orders: number, value: number): Fact[] {
  const about = (id: string, at: number, unit: 'perYear' | 'money') =>
    rangedFact(id, at, [at * 0.95, at * 1.05], unit);
  return [
    about('ordersPerYear', orders, 'perYear'),
    about('averageOrderValue', value, 'money'),
    about('yearlySpend', orders * value, 'money'),
  ];
}

function compared(first: Fact[], second: Fact[]): string {
  return sentence(
    comparePortraits(
      { name: 'The Enthusiast', facts: first },
      { name: 'The Shopper', facts: second },
      FORMATS,
    ),
  );
}

test('comparePortraits() tells the brand that only one of them buys before a share that lies less far apart', () => {
  const portrait = (name: string, share: number | null, main: number, label = 'Hanseat') => ({
    name,
    facts: [rangedFact('topCategoryShare', main, [main - 0.05, main + 0.05])],
    breakdowns: [
      {
        ...{ id: 'brands', label: 'Brands', base: 'what they paid' },
        rows: [{ label, share, shareOfAll: 0.4, n: 40 }],
      },
    ],
  });
  const told = (share: number | null) =>
    comparePortraits(portrait('A', 1, 0.7), portrait('B', share, 0.4), FORMATS)
      .map((part) => (typeof part === 'string' ? part : formatFact(part.fact, FORMATS)))
      .join('');
  expect(told(0)).toBe('What differs most is the share of Hanseat: 100% with A, 0% with B.');
  expect(told(0.6)).toContain('“topCategoryShare”: 70% with A, 40% with B');
  expect(told(null)).toContain('“topCategoryShare”');
  // "Other" is many brands, and of each Portrait other ones.
  const ofOther = comparePortraits(
    portrait('A', 1, 0.7, 'Other'),
    portrait('B', 0, 0.4, 'Other'),
    FORMATS,
  );
  expect(sentence(ofOther)).not.toContain('share of Other');
});

test.each([
  [
    buyer(12, 50),
    buyer(2, 300),
    'In a year with us, both spend about as much, $600 and $600: the Enthusiast in small orders, 12 of them, the Shopper in large ones, about two.',
  ],
  [
    buyer(5, 100),
    buyer(5, 300),
    'They order about equally often, 5 a year and 5 a year. What differs is the order: $100 with the Enthusiast, $300 with the Shopper.',
  ],
  [
    buyer(10, 100),
    buyer(2, 100),
    'Their orders are of about the same value, $100 and $100. But the Enthusiast places ten or eleven of them a year, and the Shopper about two.',
  ],
  [
    buyer(10, 200),
    buyer(2, 50),
    'The Enthusiast comes more often than the Shopper and spends more each time. In a year with us, that makes $2,000 against $100.',
  ],
  [
    buyer(2, 100),
    buyer(10, 50),
    'The Shopper comes more often, the Enthusiast spends more at a time. In a year with us, it is $500 for the one and $200 for the other.',
  ],
  [
    buyer(5, 100),
    buyer(5, 100),
    'They spend alike: about as often, about as much at a time, $500 and $500 in a year with us. Who they are shows in what they buy, and how.',
  ],
  [
    buyer(5, 100),
    buyer(6.3, 130),
    'The Shopper spends $819 in a year with us, the Enthusiast $500.',
  ],
  [
    [rangedFact('giftShare', 0.8, [0.7, 0.9])],
    [rangedFact('giftShare', 0.1, [0.05, 0.15])],
    'What differs most is how many orders are gifts: 80% with the Enthusiast, 10% with the Shopper.',
  ],
  [
    [unsureFact('giftShare', 0.8)],
    [unsureFact('giftShare', 0.1)],
    'What has been measured does not tell the Enthusiast from the Shopper.',
  ],
  [
    [...buyer(12, 50), rangedFact('repeatShare', 0.9, [0.85, 0.95])],
    [...buyer(2, 300), rangedFact('repeatShare', 0.3, [0.25, 0.35])],
    'What differs most is how many came back so far: 90% with the Enthusiast, 30% with the Shopper.',
  ],
  [[suppressedFact('giftShare')], [], 'Nothing has been measured of both of them yet.'],
])('comparePortraits() finds the words for pair %#', (first, second, expected) => {
  expect(compared(first, second)).toBe(expected);
});

test('comparePortraits() says no difference that the intervals do not bear out', () => {
  const unsure = (value: number) => [
    rangedFact('giftShare', value, [Math.max(0, value - 0.3), Math.min(1, value + 0.3)]),
  ];
  expect(compared(unsure(0.3), unsure(0.5))).toContain('does not tell');
});

test('comparePortraits() says of Portraits of a customer table in which columns each stands out', () => {
  const columns = (...ids: string[]): Fact[] =>
    ids.map((id) => ({ ...rangedFact(`column${id}`, 0.5, [0.4, 0.6]), label: id.toLowerCase() }));
  expect(compared(columns('Shared', 'Cooks', 'Rides'), columns('Shared', 'Reads'))).toBe(
    'They stand out in different columns of the customer table: the Enthusiast most in “cooks”, the Shopper in “reads”.',
  );
  expect(compared(columns('Shared', 'Cooks'), columns('Shared'))).toContain('does not tell');
});

test('comparePortraits() calls nothing alike that may well be apart, or of which nobody knows', () => {
  const wide = (orders: number, value: number): Fact[] =>
    buyer(orders, value).map((fact) =>
      typeof fact.value === 'number'
        ? rangedFact(fact.id, fact.value, [fact.value * 0.6, fact.value * 1.4], fact.unit)
        : fact,
    );
  expect(compared(wide(5, 100), wide(5, 102))).toContain('does not tell');
  const withheld = buyer(5, 100).map(({ id, value, unit }) =>
    unsureFact(id, typeof value === 'number' ? value : 0, unit),
  );
  expect(compared(withheld, withheld)).toContain('does not tell');
});

test('comparePortraits() ends its sentence, whatever the figures, and is the same from either side', () => {
  fc.assert(
    fc.property(arbitraryFacts, arbitraryFacts, (first, second) => {
      const said = compared(first, second);
      expect(said).toMatch(/^[A-Z].*\.$/);
      expect(said).not.toMatch(/ {2}|NaN|undefined|\b0 a year/);
      const kind = (text: string): string =>
        text.replace(/[\d$,.%]+|The |the |Enthusiast|Shopper/g, '').slice(0, 12);
      const other = comparePortraits(
        { name: 'The Shopper', facts: second },
        { name: 'The Enthusiast', facts: first },
        FORMATS,
      );
      expect(kind(sentence(other))).toBe(kind(said));
    }),
    {
      numRuns: 200,
      endOnFailure: true,
      reporter: ({ failed, seed, errorInstance }) => {
        if (failed) throw new Error(`seed ${seed}: ${String(errorInstance)}`);
      },
    },
  );
});

test('comparePortraits() says in words what differs, and keeps the capitals of a label that it has no words for', () => {
  const of = (id: string, label: string, value: number) => [{ ...numberFact(id, value), label }];
  const said = (id: string, label: string) =>
    comparePortraits(
      { name: 'A', facts: of(id, label, 0.8) },
      { name: 'B', facts: of(id, label, 0.1) },
      FORMATS,
    )[0];
  expect(said('holidayShare', 'Orders in November and December')).toBe(
    'What differs most is how many orders are placed in November and December: ',
  );
  expect(said('topMonthShare', 'Share of May')).toBe('What differs most is “share of May”: ');
});
