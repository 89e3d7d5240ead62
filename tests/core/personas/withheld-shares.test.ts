import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonaFactId } from '#core/personas/fact-definitions.ts';
import type { PersonaTotals } from '#core/personas/persona-totals.ts';
import { withheldShares, type CountedPersona } from '#core/personas/withheld-shares.ts';
import { buildRatio, buildTotals } from './build-totals.ts';

const FLOOR = 10;

/** A Portrait of so many, of whom some came back; everything else is far above the floor. */
function persona(customers: number, repeatCustomers: number, hidden = false): CountedPersona {
  return { totals: totals(customers, repeatCustomers), hidden };
}

function totals(customers: number, repeatCustomers: number): PersonaTotals {
  const once = customers - repeatCustomers;
  return buildTotals({
    customers,
    repeatCustomers,
    days: {
      ...buildTotals().days,
      followUps: [
        { days: 20, events: repeatCustomers, censored: 0 },
        { days: 400, events: 0, censored: once },
      ],
    },
  });
}

function withheldOf(personas: CountedPersona[], all: PersonaTotals): PersonaFactId[][] {
  return withheldShares(personas, all, FLOOR).ofPersonas.map((facts) => [...facts]);
}

test('withheldShares() withholds the one of 49 who came back, and the next smallest beside it', () => {
  const facts = withheldOf(
    [persona(49, 1), persona(300, 150), persona(90, 40)],
    totals(49 + 300 + 90, 191),
  );
  expect(facts.map((one) => one.includes('repeatShare'))).toEqual([true, false, true]);
});

test('withheldShares() withholds the few who are not behind a share', () => {
  const facts = withheldOf(
    [persona(250, 242), persona(300, 200), persona(90, 60)],
    totals(640, 502),
  );
  expect(facts.map((one) => one.includes('repeatShare'))).toEqual([true, false, true]);
});

test('withheldShares() withholds a year of orders where it would tell the few who came back', () => {
  const year = ['ordersPerYear', 'ordersPerYearTimes', 'yearlySpend', 'yearlySpendTimes'];
  const told = (customers: number, repeatCustomers: number): boolean[] => {
    const [facts = []] = withheldOf([persona(customers, repeatCustomers)], totals(640, 432));
    return year.map((id) => !facts.some((fact) => fact === id));
  };
  expect(told(49, 1)).toEqual([false, false, false, false]);
  expect(told(49, 9)).toEqual([false, false, false, false]);
  for (const repeat of [0, 10, 45]) expect(told(49, repeat)).toEqual([true, true, true, true]);
  const { ofAll } = withheldShares([], totals(600, 3), FLOOR);
  expect([...ofAll]).toEqual(expect.arrayContaining(year));
});

test('withheldShares() tells that nobody did, and that everybody did', () => {
  const facts = withheldOf([persona(100, 0), persona(100, 100)], totals(200, 100));
  expect(facts.flat()).not.toContain('repeatShare');
});

test('withheldShares() keeps two small ones from being told together', () => {
  const facts = withheldOf(
    [persona(49, 1), persona(50, 2), persona(90, 40), persona(300, 150)],
    totals(489, 193),
  );
  expect(facts.map((one) => one.includes('repeatShare'))).toEqual([true, true, true, false]);
});

test('withheldShares() needs no second one where nothing is told of those in no Portrait', () => {
  const facts = withheldOf([persona(49, 1), persona(300, 150)], totals(449, 191));
  expect(facts.map((one) => one.includes('repeatShare'))).toEqual([true, false]);
});

test('withheldShares() withholds a share beside which another tells a handful', () => {
  // 40 came back, 35 of them within a year; everybody was watched for longer.
  const { days } = buildTotals();
  const followUps = [
    { days: 20, events: 35, censored: 0 },
    { days: 380, events: 5, censored: 0 },
    { days: 400, events: 0, censored: 60 },
  ];
  const own = buildTotals({ repeatCustomers: 40, days: { ...days, followUps } });
  const [facts = []] = withheldOf([{ totals: own, hidden: false }], own);
  expect(facts).toContain('secondPurchaseYearShare');
  expect(facts).not.toContain('repeatShare');
});

test('withheldShares() withholds the figure of all where no other Portrait tells it', () => {
  const { ofPersonas, ofAll } = withheldShares(
    [persona(100, 40), persona(60, 3)],
    totals(160, 43),
    FLOOR,
    false,
  );
  expect(ofPersonas[0]?.has('repeatShare')).toBe(false);
  expect(ofAll.has('repeatShare')).toBe(true);
});

test('withheldShares() holds the orders that are not of it to the floor where they are as good as people', () => {
  const gifts = (orders: number): CountedPersona => {
    const sums = { n: 100, sumX: orders, sumY: 95, sumXX: orders, sumYY: 95, sumXY: 95 };
    const giftShare = buildRatio({ sums, peopleIn: 95, peopleOut: 5 });
    return {
      totals: buildTotals({ ratios: { ...buildTotals().ratios, giftShare } }),
      hidden: false,
    };
  };
  expect(withheldOf([gifts(100)], gifts(100).totals)[0]).toContain('giftShare');
  expect(withheldOf([gifts(400)], gifts(400).totals)[0]).not.toContain('giftShare');
});

test('withheldShares() withholds beside a small one rather what sets no Portrait apart', () => {
  /** So many customers of two orders each, of whom some had one of them as a gift. */
  const gifts = (n: number, given: number): PersonaTotals => {
    const sums = { n, sumX: 2 * n, sumY: given, sumXX: 4 * n, sumYY: given, sumXY: 2 * given };
    const giftShare = buildRatio({ sums, people: n, peopleIn: given, peopleOut: n });
    return buildTotals({ customers: n, ratios: { ...buildTotals().ratios, giftShare } });
  };
  const groups: [number, number][] = [
    [200, 4],
    [60, 55],
    [400, 80],
    [400, 90],
  ];
  const facts = withheldOf(
    groups.map(([n, given]) => ({ totals: gifts(n, given), hidden: false })),
    gifts(1060, 229),
  );
  // The gift Portrait has the fewest next to the small one, and it keeps what it is called by.
  expect(facts.map((one) => one.includes('giftShare'))).toEqual([true, false, true, false]);
});

test('withheldShares() withholds a season and what would tell it, and no share of orders beside', () => {
  const { ratios } = buildTotals();
  const season = (people: number) => buildRatio({ peopleIn: people });
  const own = buildTotals({
    ratios: {
      ...ratios,
      springShare: season(3),
      summerShare: season(40),
      autumnShare: season(60),
      holidayShare: season(80),
    },
  });
  const [facts = []] = withheldOf([{ totals: own, hidden: false }], own);
  expect(facts.sort()).toEqual(['springShare', 'summerShare']);
});

test('withheldShares() withholds a quotient of a figure that is withheld of all customers', () => {
  const { ratios } = buildTotals();
  const few = buildTotals({ ratios: { ...ratios, returnRate: buildRatio({ peopleIn: 4 }) } });
  const { ofPersonas, ofAll } = withheldShares([{ totals: few, hidden: false }], few, FLOOR);
  expect(ofAll.has('returnRate')).toBe(true);
  expect(ofPersonas[0]?.has('returnRateTimes')).toBe(true);
});

test.each(['discountShare', 'giftShare', 'holidayShare', 'weekendShare'] as const)(
  'withheldShares() withholds how many times the average a withheld %s is',
  (id) => {
    const { ratios } = buildTotals();
    const few = buildTotals({ ratios: { ...ratios, [id]: buildRatio({ peopleIn: 4 }) } });
    const { ofPersonas } = withheldShares([{ totals: few, hidden: false }], few, FLOOR);
    expect(ofPersonas[0]?.has(id)).toBe(true);
    expect(ofPersonas[0]?.has(`${id}Times`)).toBe(true);
  },
);

/** Portraits of any size, of which any number came back, ordered with a discount first, and sent something back. */
const shops = fc.array(
  fc
    .record({
      customers: fc.integer({ min: FLOOR, max: 120 }),
      came: fc.double({ min: 0, max: 1, noNaN: true }),
      returners: fc.double({ min: 0, max: 1, noNaN: true }),
      back: fc.double({ min: 0, max: 1, noNaN: true }),
      hidden: fc.integer({ min: 0, max: 5 }).map((drawn) => drawn === 0),
    })
    .map(({ customers, came, returners, back, hidden }) => {
      const sent = Math.round(customers * returners);
      return {
        hidden,
        customers,
        repeatCustomers: Math.round(customers * came ** 3),
        returners: sent,
        returnersBack: Math.round(sent * back ** 3),
      };
    }),
  { minLength: 1, maxLength: 7 },
);

/** What anybody can work out of one part of one line: known cells, and the sum of those that are not told. */
function isTelling(cells: readonly { people: number; told: boolean }[]): boolean {
  const few = (people: number): boolean => people > 0 && people < FLOOR;
  const untold = cells.filter(({ told }) => !told);
  return (
    cells.some(({ people, told }) => told && few(people)) ||
    few(untold.reduce((sum, { people }) => sum + people, 0)) ||
    // A single one is the total less all that are told.
    (untold.length === 1 && few(untold[0]?.people ?? 0))
  );
}

test('withheldShares() leaves no share from which a group of fewer than the floor can be concluded', () => {
  fc.assert(
    fc.property(shops, (groups) => {
      const sum = (count: (group: (typeof groups)[number]) => number): number =>
        groups.reduce((total, group) => total + count(group), 0);
      const allBack = sum(({ repeatCustomers }) => repeatCustomers);
      const all = {
        ...totals(
          sum(({ customers }) => customers),
          allBack,
        ),
        returners: sum(({ returners }) => returners),
        returnersBack: sum(({ returnersBack }) => returnersBack),
      };
      const { ofPersonas, ofAll } = withheldShares(
        groups.map(({ hidden, customers, repeatCustomers, ...sent }) => ({
          totals: { ...totals(customers, repeatCustomers), ...sent },
          hidden,
        })),
        all,
        FLOOR,
      );
      const parts: [PersonaFactId, (group: (typeof groups)[number]) => number[]][] = [
        [
          'repeatShare',
          ({ customers, repeatCustomers }) => [repeatCustomers, customers - repeatCustomers],
        ],
        [
          'boughtAgainAfterReturn',
          ({ customers, returners, returnersBack }) => [
            returnersBack,
            returners - returnersBack,
            customers - returners,
          ],
        ],
      ];
      for (const [fact, cellsOf] of parts) {
        const rows = groups.map((group, at) => ({
          told: !group.hidden && ofPersonas[at]?.has(fact) !== true,
          cells: cellsOf(group),
        }));
        const columns = rows[0]?.cells.length ?? 0;
        for (let column = 0; column < columns; column += 1) {
          const cells = rows.map((row) => ({ people: row.cells[column] ?? 0, told: row.told }));
          // Figures of one Portrait alone, and what is left of all customers where they are told.
          for (const cell of cells.filter(({ told }) => told))
            expect(isTelling([cell])).toBe(false);
          if (!ofAll.has(fact)) expect(isTelling(cells)).toBe(false);
        }
      }
    }),
    { numRuns: 500 },
  );
});
