import { afterAll, describe, expect, test } from 'vitest';
import { parseClaim } from '#core/claims/parse-claim.ts';
import { judgeClaim } from '#core/claims/judge-claim.ts';
import type { CoreCustomerSettings } from '#core/schemas/core-customer-settings.ts';
import type { Persona } from '#core/schemas/persona.ts';
import { PortalConfigSchema } from '#core/schemas/portal-config.ts';
import type { ContentFile } from '#generate/content/content-file.ts';
import { assemblePersonas, type AssembledPersonas } from '#generate/content/personas.ts';
import { GenerateError } from '#generate/generate-error.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import {
  insertRows,
  openShop,
  personaContext,
  plantCustomers,
  type PlantedCustomer,
  SHOP_SETTINGS,
} from './persona-shop.ts';

/** A shop of 50 customers: too few to find Portraits in. 14 of them buy gifts. */
const FIFTY = [
  ...plantCustomers(14).filter(({ kind }) => kind === 'giver'),
  ...plantCustomers(18).filter(({ kind }) => kind !== 'giver'),
];
const GIFT_RULE = { rule: [{ feature: 'giftShare', atLeast: 0.5 }] };

const engines: Engine[] = [];
afterAll(() => {
  for (const engine of engines) engine.close();
});

async function assembled(
  coreCustomer: CoreCustomerSettings | undefined,
  {
    customers = FIFTY,
    files = [],
    prepare,
  }: {
    customers?: readonly PlantedCustomer[];
    files?: ContentFile[];
    prepare?: (engine: Engine) => Promise<void>;
  } = {},
): Promise<AssembledPersonas> {
  const engine = await openShop(customers);
  engines.push(engine);
  await prepare?.(engine);
  const base = personaContext(engine, files);
  const config = PortalConfigSchema.parse({ ...SHOP_SETTINGS, coreCustomer });
  return assemblePersonas({ ...base, config }, { refit: false });
}

function written(text: string): ContentFile {
  return {
    path: 'personas/grandparent.mdx',
    kind: 'draft',
    text: `---\nname: The Grandparent\nessence: Buys presents\n---\n\n${text}\n`,
  };
}

function value(persona: Persona | undefined, id: string): unknown {
  return persona?.facts.find((fact) => fact.id === id)?.value;
}

async function failure(work: Promise<unknown>): Promise<GenerateError> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof GenerateError)) throw new Error('Expected a GenerateError');
  return error;
}

describe('a rule', () => {
  test('assemblePersonas() meets a channel by what it is called now', async () => {
    const { personas } = await assembled(
      { persona: 'marketer', rule: [{ feature: 'channelShare:ebay', atLeast: 0.5 }] },
      { prepare: (engine) => engine.run("UPDATE orders SET channel = 'eBay'") },
    );
    expect(personas.map(({ id, customers }) => [id, customers])).toEqual([['marketer', 50]]);
  });

  test('assemblePersonas() measures her in a shop of 50 customers, where no Portraits can be found', async () => {
    const { segmentation, personas, files } = await assembled({
      persona: 'gift-giver',
      ...GIFT_RULE,
    });
    expect(segmentation.status).toBe('refused');
    expect(personas.map(({ id, origin, customers }) => [id, origin, customers])).toEqual([
      ['gift-giver', 'rule', 14],
    ]);
    expect(value(personas[0], 'shareOfCustomers')).toBeCloseTo(14 / 50);
    expect(Number(value(personas[0], 'giftShare'))).toBeGreaterThan(0.8);
    expect(personas[0]?.rule).toEqual([
      { label: 'Share of gift orders', unit: 'ratio', atLeast: 0.5 },
    ]);
    expect(files.map(({ path }) => path)).toContain('personas/gift-giver.mdx');
  });

  test('assemblePersonas() leaves the buyers to the Portraits that were found', async () => {
    const customers = plantCustomers(200);
    const { personas, assignmentsTable } = await assembled(
      { persona: 'gift-lover', ...GIFT_RULE },
      { customers },
    );
    const rows = await engines.at(-1)?.rows(`SELECT DISTINCT persona FROM ${assignmentsTable}`);
    expect(rows).toHaveLength(3);
    expect(personas.at(-1)?.id).toBe('gift-lover');
    expect(personas).toHaveLength(4);
  });

  test('assemblePersonas() takes all conditions together, and shares of categories by name', async () => {
    const { personas } = await assembled({
      persona: 'denim',
      rule: [
        { feature: 'categoryShare:Jeans', atLeast: 0.9 },
        { feature: 'giftShare', atMost: 0.5 },
      ],
    });
    expect(personas[0]?.customers).toBe(18);
  });

  test('assemblePersonas() suppresses her where fewer than the floor meet the rule, and where nearly all do', async () => {
    const few = FIFTY.filter(({ kind }) => kind === 'giver').slice(0, 8);
    const rest = FIFTY.filter(({ kind }) => kind !== 'giver');
    const shown = async (rule: CoreCustomerSettings['rule']): Promise<Set<string> | undefined> => {
      const { personas } = await assembled(
        { persona: 'gift-giver', rule },
        { customers: [...few, ...rest] },
      );
      expect(personas[0]?.customers).toBe(0);
      return new Set(
        personas[0]?.facts.map(({ status }) => status).filter((status) => status !== 'unavailable'),
      );
    };
    expect(await shown([{ feature: 'giftShare', atLeast: 0.5 }])).toEqual(new Set(['suppressed']));
    expect(await shown([{ feature: 'giftShare', atMost: 0.5 }])).toEqual(new Set(['suppressed']));
  });

  test('assemblePersonas() suppresses her where she differs from a Portrait by fewer people than the floor', async () => {
    const customers = plantCustomers(200);
    // Nearly all gift givers: whoever compared both Portraits would know the rest.
    const spend = customers
      .filter(({ kind }) => kind === 'giver')
      .map(({ orders }) => orders.length)
      .sort((a, b) => a - b);
    const orders = (spend[2] ?? 0) + 1;
    const people = spend.filter((count) => count < orders).length;
    expect(people).toBeGreaterThan(0);
    expect(people).toBeLessThan(10);
    const { personas } = await assembled(
      {
        persona: 'gift-lover',
        rule: [
          { feature: 'giftShare', atLeast: 0.5 },
          { feature: 'ordersPerYear', atLeast: orders / 3.2 },
        ],
      },
      { customers },
    );
    const core = personas.find(({ id }) => id === 'gift-lover');
    expect(core?.customers).toBe(0);
    expect(core?.facts.some(({ status }) => status === 'ok')).toBe(false);
  });

  test('assemblePersonas() appends what they said', async () => {
    const prepare = async (engine: Engine): Promise<void> => {
      const rows = await engine.rows<{ customer: string; email: string }>(
        'SELECT customer, email FROM customers',
      );
      await insertRows(
        engine,
        'survey_responses',
        rows.map(({ customer, email }) => ({
          survey: 'Yearly survey',
          customer,
          answered_on: '2025-03-01',
          question: 'Do you work?',
          answer: email.startsWith('giver') ? 'retired' : 'in a job',
        })),
      );
    };
    const { personas } = await assembled({ persona: 'gift-giver', ...GIFT_RULE }, { prepare });
    expect(personas[0]?.appended).toMatchObject([
      {
        question: 'Do you work?',
        n: 14,
        nOfAll: 50,
        rows: [
          { answer: 'in a job', share: 0, status: 'less' },
          { answer: 'retired', share: 1, status: 'more', n: 14 },
        ],
      },
    ]);
  });

  test('assemblePersonas() refuses a feature that there is not, with the nearest one', async () => {
    const rule = [{ feature: 'giftShares', atLeast: 0.5 }];
    const error = await failure(assembled({ persona: 'gift-giver', rule }));
    expect(error.code).toBe('core-customer/unknown-feature');
    expect(error.message).toMatchInlineSnapshot(
      `"Cannot find the core customer: its rule names "giftShares"; expected a feature of docs/features.md, perhaps "giftShare""`,
    );
  });
});

describe('a rule that nobody meets', () => {
  const refused = (
    rule: CoreCustomerSettings['rule'],
    customers: readonly PlantedCustomer[] = FIFTY,
  ): Promise<GenerateError> => failure(assembled({ persona: 'gift-giver', rule }, { customers }));

  test('assemblePersonas() refuses a share in percent, also one that everybody meets', async () => {
    const error = await refused([{ feature: 'giftShare', atLeast: 20 }]);
    expect(error.code).toBe('core-customer/impossible-limit');
    expect(error.message).toMatchInlineSnapshot(
      `"Cannot find the core customer: its rule asks for giftShare at least 20; expected limits of shares from 0 to 1"`,
    );
    expect(error.hint).toMatchInlineSnapshot(
      `"Shares run from 0 to 1: write 0.2 for 20 % in coreCustomer.rule of portal.config.ts"`,
    );
    const met = await refused([{ feature: 'categoryShare:Jeans', atMost: 20 }]);
    expect(met.code).toBe('core-customer/impossible-limit');
  });

  test('assemblePersonas() names the export that would give a feature without any value', async () => {
    const customers = FIFTY.map((customer) => ({
      ...customer,
      orders: customer.orders.map((order) => ({ ...order, returned: false })),
    }));
    const error = await refused([{ feature: 'returnShare', atLeast: 0.1 }], customers);
    expect(error.code).toBe('core-customer/no-values');
    const unmarked = await refused(
      GIFT_RULE.rule,
      customers.map((customer) => ({
        ...customer,
        orders: customer.orders.map((order) => ({ ...order, gift: false })),
      })),
    );
    expect(unmarked.code).toBe('core-customer/no-values');
    expect(unmarked.hint).toContain('giftPatterns in the config can mark them');
    expect(error.message).toMatchInlineSnapshot(
      `"Cannot find the core customer: nothing in the exports gives "returnShare", which its rule asks for; expected at least one customer with a value"`,
    );
    expect(error.hint).toMatchInlineSnapshot(
      `"No returns of customers we know; a returns export of their orders would give them. Until then take the condition out of coreCustomer.rule in portal.config.ts"`,
    );
  });

  test('assemblePersonas() says how many meet each condition, and no count of a few', async () => {
    const few = FIFTY.filter(({ kind }) => kind === 'giver').slice(0, 8);
    const error = await refused(
      [
        { feature: 'categoryShare:Jeans', atLeast: 0.9 },
        { feature: 'giftShare', atLeast: 0.5 },
        { feature: 'ordersPerYear', atMost: 0.1 },
        { feature: 'ordersPerYear', atLeast: 0.1 },
      ],
      [...few, ...FIFTY.filter(({ kind }) => kind !== 'giver')],
    );
    expect(error.code).toBe('core-customer/nobody');
    expect(error.message).toMatchInlineSnapshot(
      `"Cannot find the core customer: no customer meets all conditions of its rule (categoryShare:Jeans at least 0.9: 18 customers; giftShare at least 0.5: fewer than 10 customers; ordersPerYear at most 0.1: nobody; ordersPerYear at least 0.1: 44 customers); expected at least one who does"`,
    );
  });

  test('assemblePersonas() has nothing against a rule in a shop without customers', async () => {
    const { personas } = await assembled(
      { persona: 'gift-giver', ...GIFT_RULE },
      { customers: [] },
    );
    expect(personas[0]?.facts.some(({ status }) => status === 'ok')).toBe(false);
  });
});

describe('written by hand', () => {
  const text = '<Claim when="giftShare >= 0.9">\n  All of it is for somebody else.\n</Claim>';

  test('assemblePersonas() gives her the facts of all customers to compare with, and no size', async () => {
    const { personas, files } = await assembled(
      { persona: 'grandparent' },
      { files: [written(text)] },
    );
    const [core] = personas;
    expect(core).toMatchObject({ id: 'grandparent', origin: 'written', customers: 0 });
    expect(value(core, 'customers')).toBeNull();
    expect(value(core, 'shareOfRevenue')).toBeNull();
    expect(core?.facts.find(({ id }) => id === 'giftShare')).toMatchObject({ status: 'ok' });
    expect(files.map(({ path }) => path)).not.toContain('personas/grandparent.mdx');
    expect(judgeClaim(parseClaim('giftShare >= 0.9'), core?.facts ?? [])).toBe('not-supported');
  });

  test('assemblePersonas() compares her with those who meet a rule where there is one', async () => {
    const { personas, files } = await assembled(
      { persona: 'grandparent', ...GIFT_RULE },
      { files: [written(text)] },
    );
    expect(personas[0]).toMatchObject({ origin: 'rule', customers: 14 });
    expect(judgeClaim(parseClaim('giftShare >= 0.5'), personas[0]?.facts ?? [])).toBe('supported');
    expect(files.find(({ path }) => path.endsWith('grandparent.mdx'))?.kind).toBe('draft');
  });

  test('assemblePersonas() says of every figure why there is none, in a shop without orders', async () => {
    const { personas } = await assembled(
      { persona: 'grandparent' },
      { customers: [], files: [written(text)] },
    );
    expect(new Set(personas[0]?.facts.map(({ status }) => status))).toEqual(
      new Set(['unavailable']),
    );
  });
});

test('assemblePersonas() refuses a core customer whom nobody found, brought or wrote', async () => {
  const error = await failure(assembled({ persona: 'grandparent' }));
  expect(error.code).toBe('core-customer/unknown');
  expect(error.hint).toMatchInlineSnapshot(
    `"Correct coreCustomer.persona in portal.config.ts, give it a rule, or write it down in content/personas/grandparent.mdx"`,
  );
});

test('assemblePersonas() takes a Portrait of another tool for the core customer', async () => {
  const prepare = (engine: Engine): Promise<void> =>
    insertRows(engine, 'persona_statistics', [
      {
        source: 'tool',
        persona: 'Gift Giver',
        trait: 'customers',
        value: 20,
        unit: 'count',
        n: 20,
      },
    ]);
  const { personas } = await assembled({ persona: 'gift-giver' }, { prepare });
  expect(personas.map(({ id, origin }) => [id, origin])).toEqual([
    ['gift-giver', 'persona-statistics'],
  ]);
  const error = await failure(assembled({ persona: 'gift-giver', ...GIFT_RULE }, { prepare }));
  expect(error.code).toBe('core-customer/taken');
});

test('assemblePersonas() lets nobody lead without a setting', async () => {
  expect((await assembled(undefined)).personas).toEqual([]);
});
