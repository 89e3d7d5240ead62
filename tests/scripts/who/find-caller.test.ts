import { readdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';
import { forgottenFile } from '#generate/privacy/forgotten.ts';
import { readContacts } from '#generate/privacy/contact-digests.ts';
import { findCaller } from '#scripts/who/find-caller.ts';
import { terminalCaller } from '#scripts/who/terminal-caller.ts';
import { folderTexts } from '../../generate/temporary-folder.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const SECRET = 'a'.repeat(64);
const FORMATS = { locale: 'en-GB', currency: 'GBP', timeZone: 'Europe/London', floor: 10 };
const PORTRAITS = new Map([
  [
    'gift-giver',
    {
      id: 'gift-giver',
      name: 'The Gift Giver',
      essence: 'Chooses with care',
      isHint: false,
      linesFor: (role: string) => (role === 'service' ? ['Ask by which day.'] : []),
    },
  ],
]);

const keyOf = (identity: string): string =>
  createHash('sha256').update(`${SECRET}:${identity}`).digest('hex');
const ANNA = keyOf('email:anna@example.com');
const BEN = keyOf('email:ben@example.com');
const CLEO = keyOf('email:cleo@example.com');

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

/** Anna has everything, Ben a first order and no Portrait; Ben and Cleo share a phone. */
function stateFolder(): string {
  const state = temporaryFolder();
  const files = {
    secret: `${SECRET}\n`,
    'vault.csv': `key,email,phone\n${ANNA},anna@example.com,+4915112345678\n${BEN},ben@example.com,+4915100000002\n${CLEO},cleo@example.com,+4915100000002\n`,
    'assignments.csv': `key,persona,distance\n${ANNA},gift-giver,0.5\n`,
    'desk.csv': `key,orders,first_on,last_on,gifts,open_tickets,open_since,complaint,complaint_on\n${ANNA},8,2024-01-05,2026-10-20,3,1,2026-10-25,ticket,2026-10-25\n${BEN},1,2026-10-29,2026-10-29,0,0,,,\n`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(state, name), text);
  return state;
}

async function told(state: string, contact: string): Promise<string> {
  return terminalCaller(
    await findCaller(engine, state, contact),
    PORTRAITS,
    FORMATS,
    '2026-10-31',
    1095,
  );
}

test.each([
  'anna@example.com',
  ' ANNA@Example.com ',
  'Anna Fern <anna@example.com>',
  '+49 151 12345678',
  '004915112345678',
  '0151 12345678',
  'tel:+4915112345678',
])('findCaller() knows who is calling by %j, as the reader writes contacts', async (contact) => {
  const text = await told(stateFolder(), contact);
  expect(text).toBe(`The Gift Giver
Chooses with care

Orders     8 since 5 January 2024, the last on 20 October 2026
Gifts      3 of 8 orders
Waiting    one open ticket since 25 October 2026
Wrote      a ticket on 25 October 2026

How to greet them
  - They are waiting for an answer from us: begin with that
  - They buy for others too: ask whether the gift is in time, and for whom it should look good

With The Gift Giver
  - Ask by which day.`);
});

test('findCaller() tells a first order, and that nobody has a Portrait yet', async () => {
  expect(await told(stateFolder(), 'ben@example.com'))
    .toBe(`No Portrait yet: too little is known of them

Orders     one, their first, on 29 October 2026
Gifts      none that we know of
Waiting    no open ticket

How to greet them
  - Their first order: welcome them, and ask whether it came as they expected`);
});

test('terminalCaller() writes days in the language of its sentences, whatever the locale', () => {
  const history = {
    ...{ orders: 1, firstOn: '2024-12-26', lastOn: '2024-12-26', gifts: 0, openTickets: 0 },
    ...{ openSince: null, complaint: null, complaintOn: null },
  };
  const caller = { kind: 'known', persona: null, history } as const;
  expect(terminalCaller(caller, PORTRAITS, { ...FORMATS, locale: 'de-DE' }, null, 1095)).toContain(
    'Orders     one, their first, on 26 December 2024\n',
  );
});

test.each([
  ['2026-10-01', /welcome them/],
  ['2026-09-30', /no open ticket$/],
  ['2025-10-31', /no open ticket$/],
  ['2025-10-30', /not ordered for more than a year: greet them as somebody who comes back/],
  ['2023-10-29', /not ordered for more than a year: greet them as somebody who comes back/],
])('terminalCaller() greets by how long ago an only order of %s was', (on, expected) => {
  const history = {
    ...{ orders: 1, firstOn: on, lastOn: on, gifts: 0, openTickets: 0 },
    ...{ openSince: null, complaint: null, complaintOn: null },
  };
  const caller = { kind: 'known', persona: null, history } as const;
  expect(terminalCaller(caller, PORTRAITS, FORMATS, '2026-10-31', 1095)).toMatch(expected);
  expect(terminalCaller(caller, PORTRAITS, FORMATS, null, 1095)).toMatch(/no open ticket$/);
});

test('terminalCaller() names the Portrait of who bought on one day only as a first guess, whose habits need not be theirs', () => {
  const history = {
    ...{ orders: 2, firstOn: '2026-10-27', lastOn: '2026-10-27', gifts: 0, openTickets: 0 },
    ...{ openSince: null, complaint: null, complaintOn: null },
  };
  const caller = { kind: 'known', persona: 'gift-giver', history } as const;
  for (const asOf of ['2026-10-31', '2026-12-31', null]) {
    const text = terminalCaller(caller, PORTRAITS, FORMATS, asOf, 1095);
    expect(text).toMatch(/^The Gift Giver \(a first guess, after one purchase\)\n\nOrders/);
    expect(text).not.toContain('Chooses with care');
    expect(text).toContain('If they turn out to be like The Gift Giver\n  - Ask by which day.');
  }
  const again = { ...caller, history: { ...history, lastOn: '2026-10-28' } };
  expect(terminalCaller(again, PORTRAITS, FORMATS, '2026-10-31', 1095)).toMatch(
    /^The Gift Giver\nChooses with care\n[^]*\nWith The Gift Giver\n/,
  );
});

test('terminalCaller() says of a Portrait that is not sure that it is a hint', () => {
  const [portrait] = PORTRAITS.values();
  if (portrait === undefined) throw new Error('Expected a Portrait');
  const hints = new Map([[portrait.id, { ...portrait, isHint: true }]]);
  const caller = { kind: 'known', persona: portrait.id, history: null } as const;
  expect(terminalCaller(caller, hints, FORMATS, null, 1095)).toMatch(
    /^The Gift Giver \(a hint, not yet a Portrait\)\nChooses with care\n/,
  );
});

test('findCaller() guesses nobody behind a number that two customers share', async () => {
  expect(await told(stateFolder(), '+4915100000002')).toBe(
    '2 customers have that number: ask for their e-mail address.',
  );
  // The end of a number alone is nobody's.
  expect(await told(stateFolder(), '12345678')).not.toContain('Gift Giver');
});

test.each(['anna@example.com', '+4915112345678'])(
  'findCaller() says nothing but that of somebody who asked not to be profiled, also by %s',
  async (contact) => {
    const state = stateFolder();
    writeFileSync(join(state, 'do-not-profile.csv'), 'email\nAnna@example.com\n');
    expect(await told(state, contact)).toBe('They asked not to be profiled.');
  },
);

test.each(['anna@example.com', '+49 151 12345678', '0151 12345678'])(
  'findCaller() tells nothing of who is on the list as people dial them, called by %j',
  async (contact) => {
    const state = stateFolder();
    writeFileSync(join(state, 'do-not-profile.csv'), 'phone\n(0151) 123 456 78\n');
    expect(await told(state, contact)).toBe('They asked not to be profiled.');
  },
);

test('findCaller() knows nobody who was forgotten, and nobody it never met', async () => {
  const state = stateFolder();
  const [anna] = await readContacts(engine, SECRET, ['anna@example.com']);
  const { path, text } = forgottenFile(state, SECRET, [anna?.digest ?? '']);
  writeFileSync(path, text);
  expect(await findCaller(engine, state, 'anna@example.com')).toEqual({ kind: 'unknown' });
  expect(await findCaller(engine, state, 'nobody@example.com')).toEqual({ kind: 'unknown' });
});

test('findCaller() writes nothing down', async () => {
  const state = stateFolder();
  const before = folderTexts(state);
  await findCaller(engine, state, 'anna@example.com');
  await findCaller(engine, state, 'nobody@example.com');
  expect(folderTexts(state)).toEqual(before);
});

test('findCaller() asks for generate before there is a vault, and for a contact', async () => {
  const empty = temporaryFolder();
  await expect(findCaller(engine, empty, 'anna@example.com')).rejects.toMatchObject({
    code: 'state/no-vault',
  });
  expect(readdirSync(empty)).toEqual([]);
  await expect(findCaller(engine, stateFolder(), 'Anna')).rejects.toMatchObject({
    code: 'call/no-contact',
    message: expect.not.stringContaining('Anna') as string,
  });
});

test('findCaller() takes a quotation mark in a contact for text', async () => {
  const state = stateFolder();
  expect(await findCaller(engine, state, `x'--@example.com`)).toEqual({ kind: 'unknown' });
});
