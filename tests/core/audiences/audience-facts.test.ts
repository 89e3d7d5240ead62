import { expect, test } from 'vitest';
import {
  audienceFacts,
  type AudienceCounts,
  type AudienceFactsInput,
} from '#core/audiences/audience-facts.ts';

const YEARS = { from: '2022-10-01', to: '2026-10-31' };
const INPUT: AudienceFactsInput = {
  counts: { people: 40, payers: 38, netRevenue: 1234.5, onLastList: 30, atLimit: 12 },
  unavailable: null,
  definition: 'First purchase within the last 7 days',
  limit: { lists: 2, days: 30 },
  floor: 10,
  asOf: '2026-10-31',
  periods: { orders: YEARS, revenue: YEARS, limit: YEARS },
  lastList: { from: '2026-10-24', to: '2026-10-24' },
  sources: { orders: ['shop'], revenue: ['shop', 'returns'] },
};

function statuses(counts: Partial<AudienceCounts>, change: Partial<AudienceFactsInput> = {}) {
  const facts = audienceFacts({ ...INPUT, ...change, counts: { ...INPUT.counts, ...counts } });
  return Object.fromEntries(facts.map(({ id, status, value }) => [id, value ?? status]));
}

test('audienceFacts() tells size, value, the last list and who is not to be written to', () => {
  expect(statuses({})).toEqual({ people: 40, netRevenue: 1234.5, onLastList: 30, atLimit: 12 });
});

test.each<[string, Partial<AudienceCounts>, Record<string, string | number>]>([
  ['ten people', { people: 10, payers: 10, atLimit: 0 }, { people: 10, netRevenue: 1234.5 }],
  [
    'nine people',
    { people: 9, payers: 9, onLastList: 9, atLimit: 0 },
    {
      people: 'suppressed',
      netRevenue: 'suppressed',
      onLastList: 'suppressed',
      atLimit: 'suppressed',
    },
  ],
  [
    'nobody',
    { people: 0, payers: 0, netRevenue: 0, atLimit: 0 },
    { people: 0, netRevenue: 0, atLimit: 0 },
  ],
  ['few who paid', { payers: 3 }, { people: 40, netRevenue: 'suppressed' }],
  ['few at the limit', { atLimit: 9 }, { people: 40, atLimit: 'suppressed' }],
  // 40 less 33 would tell that seven are left.
  ['few not at the limit', { atLimit: 33 }, { people: 40, atLimit: 'suppressed' }],
  ['everybody at the limit', { atLimit: 40 }, { people: 40, atLimit: 40 }],
])('audienceFacts() keeps small groups to itself: %s', (_, counts, expected) => {
  expect(statuses(counts)).toMatchObject(expected);
});

test('audienceFacts() does not tell beside the people how few of them brought nothing', () => {
  const behind = (payers: number) =>
    audienceFacts({ ...INPUT, counts: { ...INPUT.counts, payers } }).find(
      ({ id }) => id === 'netRevenue',
    )?.n;
  expect([behind(38), behind(30)]).toEqual([40, 30]);
});

test('audienceFacts() holds no count of a suppressed fact in any field', () => {
  const facts = audienceFacts({
    ...INPUT,
    counts: { people: 7, payers: 7, netRevenue: 777, onLastList: 7, atLimit: 7 },
  });
  expect(JSON.stringify(facts.map(({ n, value }) => [n, value]))).not.toContain('7');
});

test('audienceFacts() says which export is missing, and that no list was made yet', () => {
  const reason = 'No export names abandoned baskets';
  const missing = audienceFacts({ ...INPUT, unavailable: reason });
  expect(missing.every((fact) => fact.status === 'unavailable' && fact.reason === reason)).toBe(
    true,
  );
  expect(statuses({ onLastList: null }, { lastList: null })).toMatchObject({
    onLastList: 'unavailable',
  });
});
