import { describe, expect, onTestFinished, test } from 'vitest';
import { AUDIENCES, type AudienceId } from '#core/audiences/audience.ts';
import {
  readAudienceContacts,
  readAudienceSizes,
} from '#generate/warehouse/audiences/audience-lists.ts';
import { createAudienceMembers } from '#generate/warehouse/audiences/audience-members.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import { audienceShop, type Contact, type Purchase } from './audience-shop.ts';

const AS_OF = '2026-10-31';

async function shop(
  purchases: readonly Purchase[],
  contacts: Readonly<Record<string, Contact>> = {},
): Promise<Engine> {
  const engine = await audienceShop(purchases, contacts);
  onTestFinished(() => engine.close());
  await createAudienceMembers(engine, AS_OF);
  return engine;
}

async function members(engine: Engine, audience: AudienceId): Promise<(string | null)[]> {
  const contacts = await readAudienceContacts(engine);
  return contacts.filter((one) => one.audience === audience).map(({ email }) => email);
}

const bought = (customer: string, ...days: string[]): Purchase[] =>
  days.map((on) => ({ customer, on }));

describe('createAudienceMembers()', () => {
  test('counts as new whose first purchase is at most six days before as-of', async () => {
    const engine = await shop([
      ...bought('anna', '2026-10-25'),
      ...bought('ben', '2026-10-24'),
      ...bought('cleo', '2026-10-01', '2026-10-30'),
      ...bought('dora', AS_OF),
    ]);
    expect(await members(engine, 'new')).toEqual(['anna@example.com', 'dora@example.com']);
  });

  test('expects a second purchase from 20 to 90 days after a first, and none after two on different days', async () => {
    const engine = await shop([
      ...bought('after-19-days', '2026-10-12'),
      ...bought('after-20-days', '2026-10-11'),
      ...bought('after-90-days', '2026-08-02'),
      ...bought('after-91-days', '2026-08-01'),
      ...bought('came-back', '2026-09-01', '2026-09-02'),
      ...bought('twice-on-one-day', '2026-09-01', '2026-09-01'),
    ]);
    expect(await members(engine, 'second-purchase-due')).toEqual(
      ['after-20-days', 'after-90-days', 'twice-on-one-day'].map((name) => `${name}@example.com`),
    );
  });

  test('remembers who bought from 15 November to 31 December of last year, and nothing since', async () => {
    const engine = await shop([
      ...bought('early', '2025-11-14'),
      ...bought('first-day', '2025-11-15'),
      ...bought('last-day', '2023-03-03', '2025-12-31'),
      ...bought('came-again', '2025-12-01', '2026-01-01'),
      ...bought('year-before', '2024-12-01'),
    ]);
    expect(await members(engine, 'last-christmas')).toEqual(
      ['first-day', 'last-day'].map((name) => `${name}@example.com`),
    );
  });

  test('finds one-brand lovers from five pieces and four fifths on, pieces without a brand counted against', async () => {
    const of = (customer: string, brand: string | undefined, pieces: number): Purchase => ({
      customer,
      on: '2026-01-10',
      pieces,
      ...(brand === undefined ? {} : { brand }),
    });
    const engine = await shop([
      of('four-of-five', 'Loom', 4),
      of('four-of-five', 'Other', 1),
      of('all-of-four', 'Loom', 4),
      of('three-of-five', 'Loom', 3),
      of('three-of-five', undefined, 2),
      of('no-brand', undefined, 9),
    ]);
    expect(await members(engine, 'one-brand')).toEqual(['four-of-five@example.com']);
    const [contact] = await readAudienceContacts(engine);
    expect(contact?.reason).toBe('80 % of 5 pieces are of Loom');
  });

  test('misses who ordered three times and then not for twice the usual gap and 180 days', async () => {
    const engine = await shop([
      ...bought('often', '2026-04-01', '2026-04-15', '2026-05-01'),
      ...bought('often-lately', '2026-04-01', '2026-04-15', '2026-05-06'),
      ...bought('yearly', '2023-12-01', '2024-12-01', '2025-12-01'),
      ...bought('only-twice', '2024-01-01', '2024-02-01'),
      ...bought('three-on-one-day', '2025-01-01', '2025-01-01', '2025-01-01'),
    ]);
    expect(await members(engine, 'formerly-happy')).toEqual(['often@example.com']);
  });

  test('takes as heroes the first hundredth by net revenue with three orders, returns taken off', async () => {
    const crowd = Array.from({ length: 199 }, (_, index) => bought(`crowd-${index}`, '2026-02-01'));
    const big = (customer: string, price: number, returned = 0): Purchase[] =>
      ['2026-01-01', '2026-03-01', '2026-05-01'].map((on) => ({
        customer,
        on,
        price,
        ...(returned > 0 ? { returned: { value: returned, on: '2026-06-01' } } : {}),
      }));
    const engine = await shop([
      ...crowd.flat(),
      ...big('hero', 400),
      // More on paper than the hero, less after returns; of 202 buyers the first three count.
      ...big('sends-back', 900, 899),
      { customer: 'one-large-order', on: '2026-01-01', price: 5000 },
      { customer: 'long-ago', on: '2024-10-31', price: 9000 },
    ]);
    expect(await members(engine, 'hero')).toEqual(['hero@example.com']);
  });

  test('ignores cancelled orders', async () => {
    const engine = await shop([{ customer: 'anna', on: AS_OF, cancelled: true }]);
    expect(await readAudienceSizes(engine)).toEqual([]);
  });

  test('has a rule for every audience that is described', async () => {
    const engine = await shop([
      ...bought('anna', AS_OF),
      ...bought('ben', '2026-10-01'),
      ...bought('cleo', '2025-12-01'),
      { customer: 'dora', on: '2026-02-01', pieces: 6, brand: 'Loom' },
      ...bought('ed', '2025-01-01', '2025-02-01', '2025-03-01'),
      ...bought('fay', '2026-05-01', '2026-06-01', '2026-07-01').map((one) => ({
        ...one,
        price: 500,
      })),
    ]);
    const sizes = await readAudienceSizes(engine);
    expect(sizes.map(({ audience }) => audience).sort()).toEqual(
      AUDIENCES.map(({ id }) => id as string).sort(),
    );
  });
});

describe('readAudienceContacts()', () => {
  test('leaves out who does not want letters or cannot be reached, and still counts them', async () => {
    const engine = await shop(
      ['asked', 'silent', 'refuses', 'unreachable'].flatMap((name) => bought(name, AS_OF)),
      {
        silent: { accepts: null, email: null, phone: '+441234567' },
        refuses: { accepts: false },
        unreachable: { email: null },
      },
    );
    expect(await readAudienceContacts(engine)).toEqual([
      {
        audience: 'new',
        email: 'asked@example.com',
        phone: null,
        reason: 'first purchase on 2026-10-31',
      },
      { audience: 'new', email: null, phone: '+441234567', reason: 'first purchase on 2026-10-31' },
    ]);
    expect(await readAudienceSizes(engine)).toEqual([
      { audience: 'new', people: 4, reachable: 2, value: '80.00' },
    ]);
  });
});
