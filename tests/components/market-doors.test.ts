import { describe, expect, test } from 'vitest';
import { partTable } from '#core/personas/part-table.ts';
import type { PersonaEntry } from '#data/personas.ts';
import { marketDoors } from '../../src/components/market-doors.ts';
import { monthStep } from '../../src/components/month-step.ts';
import { unseenOrders } from '../../src/components/unseen-orders.ts';
import { numberFact, rangedFact, textFact } from '../core/personas/build-fact.ts';

const rows = [
  { label: 'web', share: 0.7, shareOfAll: 0.6, n: 30 },
  { label: 'phone', share: 0.3, shareOfAll: null, n: 30 },
  { label: 'store', share: null, shareOfAll: 0.1, n: 0 },
];

function persona(id: string, channel: string, share: number): PersonaEntry {
  const facts = [
    numberFact('customers', 40, 'count'),
    textFact('distinctChannel', channel),
    numberFact('distinctChannelShare', share),
  ];
  const breakdowns = [{ id: 'channels', label: 'Channels', base: 'orders', rows }];
  return { id, figures: { id, facts, breakdowns } } as unknown as PersonaEntry;
}

describe('marketDoors()', () => {
  test('gives each channel those whose it is more than others’, the most first', () => {
    const personas = [persona('a', 'web', 0.7), persona('b', 'web', 0.9), persona('c', 'app', 0.2)];
    const table = partTable(
      personas.flatMap(({ figures }) => figures ?? []),
      'channels',
    );
    expect(
      marketDoors(table, personas).map(({ name, share, above }) => [
        name,
        share.value,
        above.map((one) => one.persona.id),
      ]),
    ).toEqual([
      ['web', 0.6, ['b', 'a']],
      ['store', 0.1, []],
    ]);
  });

  test('names those who use a channel more that nearly everybody uses, beyond chance', () => {
    const split = (id: string, share: number, [low, high]: [number, number]) => {
      const parts = [
        { label: 'web', share, shareOfAll: 0.85, n: 70 },
        { label: 'store', share: 1 - share, shareOfAll: 0.15, n: 70 },
      ];
      const facts = [
        numberFact('customers', 70, 'count'),
        textFact('mainChannel', 'web'),
        rangedFact('mainChannelShare', share, [low, high]),
      ];
      const breakdowns = [{ id: 'channels', label: 'Channels', base: 'orders', rows: parts }];
      return { id, figures: { id, facts, breakdowns } } as unknown as PersonaEntry;
    };
    const personas = [
      split('only', 1, [0.95, 1]),
      split('perhaps', 0.9, [0.82, 0.95]),
      split('less', 0.7, [0.6, 0.8]),
    ];
    const table = partTable(
      personas.flatMap(({ figures }) => figures ?? []),
      'channels',
    );
    const [web] = marketDoors(table, personas);
    expect(web?.above.map(({ persona }) => persona.id)).toEqual(['only']);
    expect(web?.untold).toEqual([]);
  });

  test('says of whom a share that is not shown, or was not tested, leaves it open', () => {
    const split = (id: string, distinct: string | null, shares: (number | null)[]) => {
      const ofAll = [0.56, 0.31, 0.07, 0.06];
      const parts = ['web', 'app', 'phone', 'store'].map((label, at) => ({
        ...{ label, share: shares[at] ?? null, shareOfAll: ofAll[at] ?? null, n: 20 },
      }));
      const breakdowns = [{ id: 'channels', label: 'Channels', base: 'orders', rows: parts }];
      const facts = [
        numberFact('customers', 40, 'count'),
        ...(distinct === null ? [] : [textFact('distinctChannel', distinct)]),
      ];
      return { id, figures: { id, facts, breakdowns } } as unknown as PersonaEntry;
    };
    const personas = [
      // More than half of the orders are hidden: the store can be nearly all of it.
      split('planner', null, [0.45, null, 0, null]),
      // What is hidden is too little for anything.
      split('fitter', 'web', [0.95, 0.03, null, null]),
      // A second channel is never weighed against chance.
      split('giver', 'phone', [0.4, 0, 0.5, 0.1]),
      // Weighed, and found to be chance.
      split('regular', null, [0.5, 0.3, 0.1, 0.1]),
    ];
    const table = partTable(
      personas.flatMap(({ figures }) => figures ?? []),
      'channels',
    );
    expect(
      marketDoors(table, personas).map(({ name, untold }) => [name, untold.map(({ id }) => id)]),
    ).toEqual([
      ['web', []],
      ['app', ['planner']],
      ['phone', []],
      ['store', ['planner', 'giver']],
    ]);
  });

  test('has none without channels', () => {
    expect(marketDoors(null, [])).toEqual([]);
  });
});

describe('unseenOrders()', () => {
  const source = { nobodyShareOfRevenue: null };
  const dataset = {
    asOf: '2026-06-30',
    period: { from: '2026-01-01', to: '2026-06-30' },
    identity: {
      orders: 250,
      sources: [
        { ...source, source: 'amazon-orders', orders: 50, nobody: 50, nobodyShareOfOrders: 1 },
        { ...source, source: 'shopify-orders', orders: 150, nobody: 3, nobodyShareOfOrders: 0.02 },
        { ...source, source: 'till', orders: 50, nobody: 30, nobodyShareOfOrders: 0.6 },
      ],
    },
  };

  test('tells of sources most of whose buyers are not known what part of all orders theirs are', () => {
    const formats = { locale: 'en-GB', currency: 'EUR', timeZone: 'UTC', floor: 10 };
    const found = unseenOrders({ dataset, formats } as unknown as Parameters<
      typeof unseenOrders
    >[0]);
    expect(found.map(({ source, share }) => [source, share.value, share.n])).toEqual([
      ['amazon-orders', 0.2, 50],
      ['till', 0.12, 30],
    ]);
    expect(unseenOrders({ dataset: null, formats })).toEqual([]);
  });
});

describe('monthStep()', () => {
  test('draws a month darker the more orders fall into it, and a hidden one apart', () => {
    const steps = [0, 0.05, 0.083, 0.1, 0.25, 0.65].map((share) =>
      monthStep(numberFact('m', share)),
    );
    expect(steps).toEqual([0, 1, 1, 2, 3, 4]);
    expect(monthStep(null)).toBe('hidden');
  });
});
