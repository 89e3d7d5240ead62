import { describe, expect, test } from 'vitest';
import { partTable } from '#core/personas/part-table.ts';
import type { Breakdown } from '#core/schemas/persona.ts';
import { numberFact } from './build-fact.ts';

const row = (label: string, share: number | null, n = 20) => ({ label, share, shareOfAll: 0.5, n });
const channels = (...rows: Breakdown['rows']): Breakdown[] => [
  { id: 'channels', label: 'Channels', base: 'orders with a known channel', rows },
];
const portrait = (id: string, breakdowns: Breakdown[]) => ({
  id,
  facts: [numberFact('customers', 40, 'count')],
  breakdowns,
});

describe('partTable()', () => {
  test('puts every Portrait with that breakdown into the same columns', () => {
    const table = partTable(
      [
        portrait('giver', channels(row('web', 0.4), row('phone', 0.6))),
        portrait('planner', channels(row('store', 1))),
        portrait('nobody', []),
      ],
      'channels',
    );
    expect(table?.parts).toEqual(['web', 'phone', 'store']);
    expect(
      table?.rows.map(({ id, cells }) => [id, cells.map((cell) => cell?.value ?? null)]),
    ).toEqual([
      ['giver', [0.4, 0.6, null]],
      ['planner', [null, null, 1]],
    ]);
    expect(table?.ofAll.map(({ value }) => value)).toEqual([0.5, 0.5, 0.5]);
  });

  test('gives each share a passport: period, sources and what it is a share of', () => {
    const table = partTable([portrait('giver', channels(row('web', 0.4, 17)))], 'channels');
    const { period, sources } = numberFact('customers', 40, 'count');
    expect(table?.rows[0]?.cells[0]).toMatchObject({
      ...{ label: 'web', unit: 'ratio', n: 17, period, sources, status: 'ok' },
      formula: '“web” as a share of orders with a known channel',
    });
  });

  test('says how sure a share is', () => {
    const interval = { low: 0.3, high: 0.5, level: 0.95, method: 'as tested' };
    const table = partTable(
      [portrait('giver', channels({ ...row('web', 0.4), interval }, row('phone', 0.6)))],
      'channels',
    );
    expect(table?.rows[0]?.cells).toMatchObject([{ interval }, { value: 0.6 }]);
    expect(table?.rows[0]?.cells[1]).not.toHaveProperty('interval');
  });

  test('says of a hidden share that it is not shown, and nothing of how many there are', () => {
    const table = partTable([portrait('giver', channels(row('web', null, 14)))], 'channels');
    expect(table?.rows[0]?.cells[0]).toMatchObject({ status: 'unavailable', value: null, n: 0 });
  });

  test('is nothing where no Portrait has that breakdown', () => {
    expect(partTable([portrait('giver', [])], 'channels')).toBeNull();
    expect(partTable([portrait('giver', channels())], 'channels')).toBeNull();
  });
});
