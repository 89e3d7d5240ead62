import { describe, expect, onTestFinished, test } from 'vitest';
import type { z } from 'zod';
import { AUDIENCE_IDS, describeAudiences, type AudienceId } from '#core/audiences/audience.ts';
import { AudienceSettingsSchema } from '#core/schemas/audience-settings.ts';
import {
  createAudienceLists,
  readAudienceContacts,
  readAudienceSizes,
} from '#generate/warehouse/audiences/audience-lists.ts';
import { createAudienceMembers } from '#generate/warehouse/audiences/audience-members.ts';
import { loadContactLog } from '#generate/warehouse/audiences/contact-log.ts';
import { loadKnownPersonas } from '#generate/warehouse/audiences/known-personas.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { audienceShop, type Contact, type Purchase } from './audience-shop.ts';

const AS_OF = '2026-10-31';

async function shop(
  purchases: readonly Purchase[],
  contacts: Readonly<Record<string, Contact>> = {},
  change: z.input<typeof AudienceSettingsSchema> = {},
  asOf = AS_OF,
): Promise<Engine> {
  const engine = await audienceShop(purchases, contacts);
  onTestFinished(() => engine.close());
  const settings = AudienceSettingsSchema.parse({
    contactLimit: { lists: 99 },
    'follow-up-buyers': { share: 1 },
    'follow-up-baskets': { share: 1 },
    ...change,
  });
  await createAudienceMembers(engine, asOf, settings);
  await loadContactLog(engine, temporaryFolder());
  await loadKnownPersonas(engine, null);
  await createAudienceLists(engine, describeAudiences(settings));
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
    expect(contact?.reason).toBe('80% of 5 pieces are of Loom');
  });

  test('misses who ordered three times and then not for twice the usual gap and 180 days', async () => {
    const engine = await shop([
      ...bought('often', '2026-04-01', '2026-04-15', '2026-05-01'),
      ...bought('often-lately', '2026-04-01', '2026-04-15', '2026-05-06'),
      ...bought('yearly', '2023-12-01', '2024-12-01', '2025-12-01'),
      ...bought('only-twice', '2024-01-01', '2024-02-01'),
      // Gaps of 4 and 401 days: a year without an order is nothing unusual.
      ...bought('now-and-then', '2024-12-01', '2024-12-05', '2026-01-10'),
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
    await engine.run(
      `INSERT INTO abandoned_baskets VALUES ('shop:1', 'cleo', DATE '2026-10-30', NULL)`,
    );
    await createAudienceMembers(engine, AS_OF, AudienceSettingsSchema.parse(ALL));
    await createAudienceLists(engine, describeAudiences(AudienceSettingsSchema.parse(ALL)));
    const sizes = await readAudienceSizes(engine);
    expect(sizes.map(({ audience }) => audience)).toEqual([...AUDIENCE_IDS]);
  });
});

/** Everybody may be called. */
const ALL = { 'follow-up-buyers': { share: 1 }, 'follow-up-baskets': { share: 1 } };

describe('createAudienceMembers() with settings', () => {
  test('takes every limit from them', async () => {
    const purchases = [
      ...bought('three-weeks', '2026-10-10'),
      ...bought('spring', '2026-04-01'),
      ...bought('twice', '2026-06-01', '2026-06-11'),
      { customer: 'mostly', on: '2026-02-01', pieces: 2, brand: 'Loom' },
      { customer: 'mostly', on: '2026-02-01', pieces: 1, brand: 'Other' },
    ];
    const engine = await shop(
      purchases,
      {},
      {
        hero: { share: 1, orders: 2, months: 5 },
        new: { days: 22 },
        'second-purchase-due': { fromDays: 200, toDays: 220 },
        'formerly-happy': { orders: 2, gaps: 1, days: 10 },
        'one-brand': { share: 0.6, pieces: 3 },
      },
    );
    expect(await members(engine, 'hero')).toEqual(['twice@example.com']);
    expect(await members(engine, 'new')).toEqual(['three-weeks@example.com']);
    expect(await members(engine, 'second-purchase-due')).toEqual(['spring@example.com']);
    expect(await members(engine, 'formerly-happy')).toEqual(['twice@example.com']);
    expect(await members(engine, 'one-brand')).toEqual(['mostly@example.com']);
  });

  test('expects the next order by her own median gap, of one-time buyers by the shop’s', async () => {
    const engine = await shop(
      [
        ...Array.from({ length: 10 }, (_, index) =>
          bought(`came-back-${index}`, '2024-01-01', '2024-01-31'),
        ).flat(),
        ...bought('own-rhythm', '2026-08-22', '2026-09-01', '2026-10-26'),
        ...bought('waits', '2026-10-11'),
        ...bought('due', '2026-09-20'),
      ],
      {},
      { new: { days: 60 }, hero: { share: 1, orders: 1 } },
    );
    const contacts = await readAudienceContacts(engine);
    const day = (name: string): string | null | undefined =>
      contacts.find(({ email }) => email === `${name}@example.com`)?.writeOn;
    // Gaps of 10 and 55 days: the median lies between, at 32.5.
    expect(day('own-rhythm')).toBe('2026-11-28');
    // Thirty days to a second purchase are the shop's: from 2026-10-11 that is after as-of.
    expect(await members(engine, 'second-purchase-due')).toEqual(['due@example.com']);
    expect(day('waits')).toBe('2026-11-10');
    expect(day('due')).toBe(AS_OF);
    const welcomed = contacts.find(
      ({ audience, email }) => audience === 'new' && email === 'waits@example.com',
    );
    expect(welcomed).toMatchObject({ writeOn: AS_OF });
    const sizes = await readAudienceSizes(engine);
    expect(sizes.find(({ audience }) => audience === 'second-purchase-due')).toMatchObject({
      people: 2,
      listed: 1,
      early: 1,
    });
  });

  test('writes to who bought last Christmas before this one, whatever their rhythm, and not in it', async () => {
    const days = async (settings: z.input<typeof AudienceSettingsSchema>): Promise<unknown[]> => {
      const engine = await shop(
        [...bought('two-years', '2023-11-20', '2025-11-20'), ...bought('once', '2025-12-20')],
        {},
        settings,
      );
      const contacts = await readAudienceContacts(engine);
      return contacts
        .filter(({ audience }) => audience === 'last-christmas')
        .map(({ writeOn }) => writeOn);
    };
    expect(await days({})).toEqual(['2026-11-14', '2026-11-14']);
    // It has begun.
    expect(await days({ 'last-christmas': { from: '10-01' } })).toEqual([null, null]);
  });

  test('takes no place of the limit for last Christmas before its list can be used', async () => {
    const places = async (
      asOf: string,
      settings: z.input<typeof AudienceSettingsSchema> = {},
    ): Promise<unknown> => {
      const engine = await shop(bought('once', '2025-12-20'), {}, settings, asOf);
      const sizes = await readAudienceSizes(engine);
      const { people, listed, early } =
        sizes.find((one) => one.audience === 'last-christmas') ?? {};
      return { people, listed, early };
    };
    const waits = { people: 1, listed: 0, early: 1 };
    const isListed = { people: 1, listed: 1, early: 0 };
    expect(await places('2026-03-10')).toEqual(waits);
    expect(await places('2026-10-14')).toEqual(waits);
    expect(await places('2026-10-15')).toEqual(isListed);
    expect(await places('2026-12-24')).toEqual(isListed);
    expect(await places('2026-10-14', { contactLimit: { days: 60 } })).toEqual(isListed);
    expect(await places('2026-03-10', { 'last-christmas': { waitForRhythm: false } })).toEqual(
      isListed,
    );
  });

  test('knows no rhythm of the shop from nine second purchases, and holds nobody back', async () => {
    const engine = await shop([
      ...Array.from({ length: 9 }, (_, index) =>
        bought(`came-back-${index}`, '2024-01-01', '2024-01-31'),
      ).flat(),
      ...bought('waits', '2026-10-11'),
    ]);
    const [contact] = await readAudienceContacts(engine);
    expect(contact).toMatchObject({ audience: 'second-purchase-due', writeOn: null });
  });

  test('draws about the share of last week’s buyers, the same ones again, others with another seed', async () => {
    const purchases = Array.from({ length: 400 }, (_, index) =>
      bought(`buyer-${index}`, index % 2 === 0 ? AS_OF : '2026-10-25'),
    ).flat();
    const drawn = async (seed: number): Promise<(string | null)[]> =>
      members(
        await shop(purchases, {}, { 'follow-up-buyers': { share: 0.25, seed } }),
        'follow-up-buyers',
      );
    const first = await drawn(7);
    // Four standard deviations of a binomial around 100.
    expect(Math.abs(first.length - 100)).toBeLessThan(35);
    expect(await drawn(7)).toEqual(first);
    expect(await drawn(8)).not.toEqual(first);
  });

  test('calls who left a basket within the week and has not bought since, also without any order', async () => {
    const settings = AudienceSettingsSchema.parse(ALL);
    const engine = await shop([
      ...bought('bought-after', '2026-10-30'),
      ...bought('bought-before', '2026-10-01'),
    ]);
    await engine.run(
      `INSERT INTO customers VALUES ('guest', 1001, 'guest', 'email', 'guest@example.com', NULL, NULL),
         ('late', 1002, 'late', 'email', 'late@example.com', NULL, NULL)`,
    );
    await engine.run(
      `INSERT INTO abandoned_baskets VALUES
        ('shop:1', 'guest', DATE '2026-10-25', NULL), ('shop:2', 'late', DATE '2026-10-24', NULL),
        ('shop:3', 'bought-after', DATE '2026-10-29', NULL), ('shop:4', 'bought-before', DATE '2026-10-29', NULL),
        ('shop:5', 'late', DATE '2026-10-28', DATE '2026-10-28')`,
    );
    await createAudienceMembers(engine, AS_OF, settings);
    await createAudienceLists(engine, describeAudiences(settings));
    expect(await members(engine, 'follow-up-baskets')).toEqual([
      'bought-before@example.com',
      'guest@example.com',
    ]);
  });
});

describe('readAudienceContacts()', () => {
  test('leaves out who does not want letters and who cannot be reached, and counts each of them', async () => {
    const engine = await shop(
      ['asked', 'silent', 'refuses', 'unreachable'].flatMap((name) => bought(name, AS_OF)),
      {
        silent: { accepts: null, email: null, phone: '+441234567' },
        refuses: { accepts: false },
        unreachable: { email: null },
      },
    );
    const contacts = await readAudienceContacts(engine);
    expect(contacts.filter(({ audience }) => audience === 'new')).toEqual([
      {
        audience: 'new',
        customer: 'asked',
        email: 'asked@example.com',
        phone: null,
        reason: 'first purchase on 2026-10-31',
        writeOn: AS_OF,
        persona: null,
        boughtOnce: true,
        lastOrder: '1',
      },
      {
        audience: 'new',
        customer: 'silent',
        email: null,
        phone: '+441234567',
        reason: 'first purchase on 2026-10-31',
        writeOn: AS_OF,
        persona: null,
        boughtOnce: true,
        lastOrder: '2',
      },
    ]);
    expect((await readAudienceSizes(engine)).find(({ audience }) => audience === 'new')).toEqual({
      audience: 'new',
      people: 4,
      listed: 2,
      refused: 1,
      unreachable: 1,
      early: 0,
      overLimit: 0,
      value: '80.00',
      payers: 4,
    });
  });
});
