import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadFiles, type LoadedFile } from '../load/load-fixture.ts';

const OVERLAP = { key: ['order'], newest: 'placedAt' };
type Rows = LoadedFile['rows'];

function file(name: string, rows: Rows): LoadedFile {
  return { name, table: 'orders', adapter: { id: 'shop', overlap: OVERLAP }, rows };
}

/** An order of one to three lines on the given day of 2026. */
function orderOf(number: number, day: number): Rows {
  const placedOn = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
  return Array.from({ length: 1 + (number % 3) }, (_, line) => ({
    order: String(number),
    placedOn,
    placedAt: `${placedOn} 08:00:00`,
    email: `c${number % 4}@example.com`,
    // Two lines of one order can be the same to the letter.
    sku: `S${(number + (line >> 1)) % 5}`,
    quantity: 1 + (number % 2),
    unitPrice: number + 0.99,
  }));
}

async function canonical(files: LoadedFile[]): Promise<unknown> {
  const { engine, report } = await loadFiles(files);
  for (const { name, rows } of files) {
    const { in: all, used, ignored, rejected } = report(name).rows;
    expect(all).toBe(rows.length);
    expect(used + ignored + rejected).toBe(all);
  }
  return [
    await engine.rows('SELECT * EXCLUDE (order_id, customer_id) FROM orders ORDER BY order_key'),
    await engine.rows('SELECT * EXCLUDE (order_id) FROM order_lines ORDER BY order_key, line'),
    await engine.rows('SELECT * EXCLUDE (customer_id) FROM people ORDER BY identity'),
  ];
}

describe('removeOverlap()', () => {
  it('gives the same orders from overlapping monthly files in any order as from one file', async () => {
    const days = fc.integer({ min: 0, max: 120 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(days, { minLength: 1, maxLength: 25 }),
        fc.array(fc.tuple(days, fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
        async (placed, windows, shuffle) => {
          const orders = placed.map((day, number) => ({ day, rows: orderOf(number, day) }));
          const within = windows.map(([from, length]) =>
            orders.filter(({ day }) => day >= from && day < from + length),
          );
          const rest = orders.filter((order) => !within.some((part) => part.includes(order)));
          const files = [...within, rest]
            .map((part, index) =>
              file(
                `part-${index}`,
                part.flatMap(({ rows }) => rows),
              ),
            )
            .map((part, index) => ({ part, place: shuffle[index] ?? 0 }))
            .sort((a, b) => a.place - b.place)
            .map(({ part }) => part);
          const whole = file(
            'whole',
            orders.flatMap(({ rows }) => rows),
          );
          expect(await canonical(files)).toEqual(await canonical([whole]));
        },
      ),
      { numRuns: 12 },
    );
  });

  it('comes before notes are counted, so that they agree with the totals', async () => {
    const noted = (name: string, rows: Rows): LoadedFile => ({
      ...file(name, rows),
      adapter: {
        id: 'shop',
        overlap: OVERLAP,
        notes: [{ code: 'note/cancelled', reason: 'Rows of cancelled orders', where: 'cancelled' }],
      },
    });
    const cancelled = (number: number, day: number): Rows =>
      orderOf(number, day).map((row) => ({ ...row, cancelled: true }));
    const { report } = await loadFiles([
      noted('january', [...cancelled(3, 3), ...cancelled(6, 9)]),
      noted('february', [...cancelled(6, 9), ...cancelled(9, 40), ...orderOf(12, 41)]),
    ]);
    const notes = (name: string) =>
      report(name).reasons.find(({ code }) => code === 'note/cancelled')?.rows;
    expect([notes('january'), notes('february')]).toEqual([1, 2]);
  });

  it.each<[string, Rows[number], Rows[number]]>([
    ['a refund', { orderRefund: 5 }, {}],
    ['a cancellation', { shippedAt: '2026-03-01 09:00:00' }, { shippedAt: null }],
  ])(
    'takes an order from the file that knows of %s, whatever else is in it',
    async (_, late, early) => {
      const newer = orderOf(1, 3).map((row) => ({ ...row, ...late }));
      const older = orderOf(1, 3).map((row) => ({ ...row, ...early }));
      for (const names of [
        ['a', 'b'],
        ['b', 'a'],
      ] as const) {
        // The older file reaches further: it holds a later order.
        const { engine, report } = await loadFiles([
          file(names[0], newer),
          file(names[1], [...older, ...orderOf(2, 60)]),
        ]);
        const orders = await engine.rows(
          'SELECT refund::INTEGER AS refund FROM orders ORDER BY order_key',
        );
        expect(orders).toEqual([{ refund: late['orderRefund'] ?? null }, { refund: null }]);
        expect(report(names[0]).rows).toMatchObject({ used: 2, ignored: 0 });
        expect(report(names[1]).rows).toMatchObject({ used: 3, ignored: 2 });
      }
    },
  );

  it('compares files of two adapters of a platform that have the same columns, as with and without a header', async () => {
    const written = (id: string, rows: Rows): LoadedFile => ({
      ...file(id, rows),
      adapter: { id, platform: 'shop', overlap: OVERLAP },
    });
    const { engine } = await loadFiles([
      written('with-header', orderOf(1, 3)),
      written('headerless', [...orderOf(1, 3), ...orderOf(2, 4)]),
    ]);
    const lines = await engine.rows(
      'SELECT order_key, count(*)::INTEGER AS lines FROM order_lines GROUP BY order_key ORDER BY order_key',
    );
    expect(lines).toEqual([
      { order_key: 'shop:1', lines: 2 },
      { order_key: 'shop:2', lines: 3 },
    ]);
  });

  it('names the file that holds the rows too where it is one', async () => {
    const { report } = await loadFiles([
      file('january', [...orderOf(1, 3), ...orderOf(2, 9)]),
      file('february', [...orderOf(2, 9), ...orderOf(4, 40)]),
      file('march', [...orderOf(4, 40), ...orderOf(5, 70)]),
      file('all but march', [...orderOf(1, 3), ...orderOf(2, 9), ...orderOf(4, 40)]),
    ]);
    const reasons = (name: string) => report(name).reasons.map(({ reason }) => reason);
    const one = 'Rows that a newer file of the same export (all but march) holds too';
    expect(reasons('january')).toEqual([one]);
    expect(reasons('february')).toEqual(['Rows that a newer file of the same export holds too']);
    expect(reasons('march')).toEqual([]);
  });

  it('says of a file that is there twice which one it is the same as', async () => {
    const { report } = await loadFiles([
      file('january', [...orderOf(1, 3), ...orderOf(2, 9)]),
      file('january (1)', [...orderOf(1, 3), ...orderOf(2, 9)]),
      file('february', [...orderOf(2, 9), ...orderOf(4, 40)]),
    ]);
    const kept = ['january', 'january (1)'].find((name) => report(name).rows.used > 0) ?? '';
    const copy = kept === 'january' ? 'january (1)' : 'january';
    expect(report(copy).reasons.map(({ reason }) => reason)).toEqual([
      `Rows of a file that is there twice: it is the same as ${kept}`,
    ]);
    expect(report(kept).reasons.map(({ reason }) => reason)).toEqual([
      'Rows that a newer file of the same export (february) holds too',
    ]);
  });

  it('keeps the last row of a key that names one thing, inside a file and between files', async () => {
    const adapter = {
      id: 'tickets',
      overlap: { key: ['ticket'], newest: 'openedAt', unique: true as const },
    };
    const row = (ticket: string | null, topic: string, day = '2026-01-05') => ({
      ticket,
      topic,
      openedAt: `${day} 08:00:00`,
    });
    const { engine, report } = await loadFiles([
      {
        name: 'january',
        table: 'tickets',
        adapter,
        rows: [row('1', 'a'), row('2', 'b'), row('1', 'c'), row('1', 'd')],
      },
      {
        name: 'february',
        table: 'tickets',
        adapter,
        rows: [row('2', 'new'), row('3', 'e', '2026-02-05')],
      },
    ]);
    const tickets = await engine.rows('SELECT ticket, topic FROM tickets ORDER BY ticket');
    expect(tickets.map(({ ticket, topic }) => `${ticket} ${topic}`)).toEqual([
      'tickets:1 d',
      'tickets:2 new',
      'tickets:3 e',
    ]);
    expect(report('january').rows).toEqual({ in: 4, used: 1, ignored: 3, rejected: 0 });
    expect(report('january').reasons.map(({ code, rows }) => [code, rows])).toEqual([
      ['ignored/overlap', 1],
      ['ignored/repeated-row', 2],
    ]);
  });
});
