import fc from 'fast-check';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GenerateError } from '#generate/generate-error.ts';
import { localSecret } from '#generate/local-secret.ts';
import { allowedContacts } from '#generate/privacy/allowed-contacts.ts';
import { collectNames } from '#generate/privacy/collect-names.ts';
import { knownPeople, knownPeopleFile, knownPeopleText } from '#generate/privacy/known-people.ts';
import { nameWords, nameWordsSql } from '#generate/privacy/person-names.ts';
import { scanText } from '#generate/privacy/scan-text.ts';
import type { Scanner } from '#generate/privacy/scanner.ts';
import { assertNoCustomerIn, assertNoCustomerInSite } from '#generate/privacy-scan.ts';
import { createCanonicalTables } from '#generate/warehouse/canonical-tables.ts';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';
import { maskAddresses } from '#generate/warehouse/mask-addresses.ts';

const EMAILS = ['anna@example.com', 'o.brien+shop@mail.example.org', 'zoë_1@example.net'];
const PHONES = [
  '+15550170275',
  '015550170',
  '00447700900123'.replace(/^00/, '+'),
  '5550188',
  '+436605550137',
];
const ORDERS = ['#1001', 'SHOP-1010', '123-1234567-1234567', '100000456', '12-04567-89012'];
const NAMES = [
  'Anna Fernbrook',
  'Zoë O’Brien-Vale',
  'Marta M. Lindqvale',
  'José van der Moorhen',
  'Jörg Weißenthal',
];
/** Written without spaces; as columns of first and last name have them, and in one. */
const UNSPACED_NAMES = ['太郎 田中', '김 민수', '王小明'];
const ALLOWED = ['care@shop.example', '@staff.example', '+44 20 7946 0000', 'Rosa Alderwick'];

let engine: Engine;
let scanner: Scanner;
let state: string;
beforeAll(async () => {
  engine = await openEngine();
  await createCanonicalTables(engine);
  for (const [index, email] of EMAILS.entries()) {
    await engine.run(
      `INSERT INTO customers (customer, customer_id, digest, identified_by, email) VALUES ($1, $3, $1, 'email', $2)`,
      [`e${String(index)}`, email, index],
    );
  }
  for (const phone of PHONES) {
    await engine.run(
      `INSERT INTO customers (customer, customer_id, digest, identified_by, phone) VALUES ($1, hash($1) % 1000000, $1, 'phone', $1)`,
      [phone],
    );
  }
  for (const number of [...ORDERS, '536365']) {
    await engine.run(
      `INSERT INTO orders (order_id, order_key, source, customer, placed_at, placed_on, cancelled, gift)
      VALUES (hash($1) % 1000000, 'shop:' || $1, 'shop', 'e0', '2026-01-01', '2026-01-01', false, false)`,
      [number],
    );
  }
  await engine.run(
    `INSERT INTO persona_statistics VALUES ('tool', 'For anna@example.com, and Bo.Li+x@mail.example.org', 'size', 1, 'count', 1)`,
  );
  await engine.run('CREATE TABLE raw (c0 VARCHAR, c1 VARCHAR)');
  for (const name of [
    ...NAMES,
    ...UNSPACED_NAMES,
    'Rosa Alderwick',
    'Guest Customer',
    'お客様',
    'May',
  ]) {
    const words = name.split(' ');
    await engine.run('INSERT INTO raw VALUES ($1, $2)', [words[0] ?? '', words.slice(1).join(' ')]);
  }
  await collectNames(engine, 'raw', [[0, 1]]);
  state = mkdtempSync(join(tmpdir(), 'privacy-scan-'));
  const secret = localSecret(state);
  const file = knownPeopleFile(state, await knownPeopleText(engine, secret, 10));
  writeFileSync(file.path, file.text, { mode: file.mode });
  scanner = {
    known: knownPeople(Buffer.from(file.text), secret),
    allowed: allowedContacts(ALLOWED),
  };
});
afterAll(() => {
  engine.close();
  rmSync(state, { recursive: true, force: true });
});

function planned(text: string): Parameters<typeof assertNoCustomerIn>[0] {
  return [
    {
      path: 'insights/x.json',
      kind: 'machine',
      text: JSON.stringify({ facts: [1, 15550170275], campaign: text }, null, 2),
    },
  ];
}

describe('assertNoCustomerIn()', () => {
  test.each([
    'Thanks Anna@Example.com',
    'Write to somebody@else.example',
    'Thanks #1001',
    'Thanks shop-1010!',
    'About 999-1234567-1234567',
    'Call 555-017-0275 or +1 (555) 017-0275',
    'Call +49 30 5550123',
    'Call (555) 010-9999',
    'Thank you, Fernbrook, Anna!',
    'zoe-o-brien-vale',
    'Marta Lindqvale and Jose van der Moorhen',
    'Order 100000456',
    'Thanks to the one behind order 536365.',
    'Bestellung Nr. 536365 kam spät',
    'お客様の田中太郎さんから',
    '田中 太郎',
    '김민수님의 주문',
    '感謝王小明先生',
  ])(
    'assertNoCustomerIn() stops at a text like %j, names file and line, and does not repeat it',
    (text) => {
      let error: unknown;
      try {
        assertNoCustomerIn(planned(text), scanner);
      } catch (caught) {
        error = caught;
      }
      expect(error).toMatchObject({
        code: 'privacy/customer-in-content',
        issues: [{ file: 'insights/x.json', line: 6 }],
      });
      const { message, hint, issues } = error as GenerateError;
      expect(JSON.stringify([message, hint, issues])).not.toMatch(
        /anna|else|1001|1010|1234567|0275|555|fernb|brien|lindq|100000456|536365|田中|민수|小明/i,
      );
    },
  );

  test.each([
    'Spring mailing 2026, from 2026-10-31 to 2026-11-30',
    'お客様のために：田中と太郎、王明、김민 수',
    'Write to care@shop.example, or to anybody@staff.example, or call +44 20 7946 0000',
    'SKU-77 and H100',
    '536365 orders, orders 536365 and more, reorder 536365, order 536366',
    '536365 people, 1,234,567.89 in all, +1 234 567 against last year, 15.5550170275 %, +0.000007 points',
    'Version 1.5.5-r.5 of 2026-01-01T10:20:30Z, 24.21.0',
    'Anna says thanks; Fernbrook is a town; Guest Customer; May, Anna and Marta',
    'Rosa Alderwick tells',
    'logo@2x.png @media @context',
    'Seed 20260101, #333, 7f02ba3, fbec4489e947c24c',
  ])('assertNoCustomerIn() lets %j pass', (text) => {
    expect(() => {
      assertNoCustomerIn(planned(text), scanner);
    }).not.toThrow();
  });
});

describe('scanText()', () => {
  const planted = fc.oneof(
    fc
      .constantFrom(...EMAILS)
      .chain((email) => fc.constantFrom(email, email.toUpperCase(), `<${email}>`, `=${email}.`)),
    fc
      .constantFrom(...PHONES)
      .chain((phone) =>
        fc.constantFrom(
          phone,
          `00${phone.replace(/^\+|^0+/, '')}`,
          phone.replace(/(\d{3})(\d{4})$/, '-$1-$2'),
          phone.replace(/(\d{3})(\d{4})$/, ' $1 $2'),
        ),
      ),
    fc.constantFrom(...ORDERS).chain((order) => fc.constantFrom(order, order.toLowerCase())),
    fc
      .constantFrom(...NAMES)
      .chain((name) =>
        fc.constantFrom(
          name,
          name.toUpperCase(),
          name.replaceAll(' ', '\u00A0'),
          name.replace(/^(\S+) (.+)$/, '$2, $1'),
          name.normalize('NFD'),
        ),
      ),
  );
  // Texts as generate writes them: words, figures and marks of every kind, none of them a person's.
  const word = fc.oneof(
    fc.constantFrom(
      'and',
      '—',
      '(',
      '2026-10-31',
      '12.5',
      '1,234',
      '%',
      '“quoted”',
      'Anna',
      '&',
      'née',
      '3.',
      '…',
      ':',
    ),
    fc.stringMatching(/^[a-z]{1,8}$/),
  );
  const words = fc.array(word, { maxLength: 12 }).map((list) => list.join(' '));

  test.each(['json', 'html', 'text'] as const)(
    'scanText() finds whoever is planted in %s',
    (kind) => {
      fc.assert(
        fc.property(words, planted, words, (before, person, after) => {
          const text = `${before} ${person} ${after}`;
          const written = {
            json: JSON.stringify({ text }, null, 2),
            html: `<p title="a">\n<b>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('@', '&#64;')}</b></p>`,
            text: `\n${text}`,
          }[kind];
          const found = scanText(written, kind, scanner);
          expect(found.some(({ line }) => line === 2)).toBe(true);
        }),
        { numRuns: 500 },
      );
    },
  );

  test.each([
    ['html', '<a href="mailto:anna%40example.com">'],
    ['html', '<a href="/?q=anna%2540example.com">'],
    ['html', 'anna&amp;#64;example.com'],
    ['html', 'anna<wbr>@<b>example</b>.com'],
    ['html', '<script type="application/json">"anna\\u0040example.com"</script>'],
    ['code', "'anna\\u0040example.com'"],
    ['json', '"anna%40example.com"'],
    ['text', 'anna\\@example.com'],
    ['text', 'anna [at] example.com'],
    ['text', 'an\u00ADna＠example.com'],
    ['text', '0660 555 01 37'],
    ['text', '0660/5550137'],
    ['text', '555\u2011017\u20110275'],
    ['text', '5550170275'],
    ['text', '٠٦٦٠٥٥٥٠١٣٧'],
    ['html', '0043&thinsp;<b>660</b>&thinsp;555\u20130137'],
    ['text', 'order #536365'],
    ['text', 'Auftrag 536365, Bestell-Nr. 536365'],
    ['text', '/orders/536365'],
    ['text', 'ＳＨＯＰ-1010'],
    ['text', '%231001'],
    ['text', 'JÖRG WEISSENTHAL'],
    ['text', 'Joerg Weissenthal'],
    ['text', 'joerg-weissenthal, jorg-weissenthal'],
    ['text', 'J%C3%B6rg%20Wei%C3%9Fenthal'],
    ['html', 'J&ouml;rg Wei&szlig;enthal'],
    ['html', '<mark>J</mark>örg Weißen&shy;thal'],
    ['code', "'J\\u00f6rg Wei\\u00dfenthal'"],
  ] as const)('scanText() finds a customer in %s written as %s', (kind, text) => {
    expect(scanText(text, kind, scanner)).not.toEqual([]);
  });

  test.each([
    ['text', 'Orders 536365'],
    ['text', '100 %, 50%ab and %E0%A4%A'],
    ['text', '6605550137 pieces'],
    ['html', '<b>12</b><b>345</b>, &uuml;&notit;'],
  ] as const)('scanText() lets %s pass that reads %s', (kind, text) => {
    expect(scanText(text, kind, scanner)).toEqual([]);
  });

  test('scanText() finds nobody where nobody is', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(scanText(text, 'text', scanner)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('scanText() finds a name that is half bold, and one in an attribute', () => {
    expect(scanText('<p>\n<b>Anna</b> <i>Fernbrook</i>', 'html', scanner)).toEqual([
      { line: 2, text: 'Anna Fernbrook', what: 'the name of a customer' },
    ]);
    expect(scanText('<img alt="Anna Fernbrook">', 'html', scanner)).toHaveLength(1);
  });

  test('scanText() lets colours, licences and drawings pass', () => {
    const known = { has: (kind: string) => kind === 'order', isNameWord: () => false };
    const order = { known, allowed: scanner.allowed };
    expect(scanText('a{color:#335533} /* by jo@author.example */', 'code', order)).toEqual([]);
    expect(
      scanText('<meta content="#335533"><path d="M10 555-017-0275 2"/>', 'html', order),
    ).toEqual([]);
  });
});

test('nameWords() and its SQL are the same', async () => {
  const names = [
    'Zoë O’Brien-Vale',
    'İpek Ağaoğlu',
    'ØRSTED Łucja',
    'Straße ß',
    'Ελένη Παπά',
    'हिन्दी नाम',
    'ｗｉｄｅ',
  ];
  for (const name of names) {
    const [row] = await engine.rows(`SELECT ${nameWordsSql('$1')} AS words`, [name]);
    expect(row?.['words'], name).toEqual(nameWords(name));
  }
});

test('assertNoCustomerInSite() looks at every text of a site and at the names of its files', () => {
  const site = mkdtempSync(join(state, 'site-'));
  mkdirSync(join(site, 'personas'));
  writeFileSync(join(site, 'personas/index.html'), '<p>All well</p>');
  writeFileSync(join(site, 'picture.png'), 'anna@example.com');
  expect(() => {
    assertNoCustomerInSite(site, state, scanner.allowed);
  }).not.toThrow();
  writeFileSync(join(site, 'personas/index.html'), '<p>All\n<a>Anna Fernbrook</a></p>');
  writeFileSync(join(site, 'anna-fernbrook.png'), '');
  let error: unknown;
  try {
    assertNoCustomerInSite(site, state, scanner.allowed);
  } catch (caught) {
    error = caught;
  }
  expect(error).toMatchObject({
    code: 'privacy/customer-in-content',
    issues: [
      { file: '…-….png', found: 'the name of a customer in its name' },
      { file: 'personas/index.html', line: 2, found: 'the name of a customer' },
    ],
  });
});

test('maskAddresses() takes every address out of texts, and leaves the vault alone', async () => {
  expect(await maskAddresses(engine)).toEqual([
    { table: 'persona_statistics', column: 'persona', rows: 1 },
  ]);
  const [row] = await engine.rows('SELECT persona FROM persona_statistics');
  expect(row).toEqual({ persona: 'For (address removed), and (address removed)' });
  expect(await engine.rows(`SELECT email FROM customers WHERE customer = 'e0'`)).toEqual([
    { email: 'anna@example.com' },
  ]);
});
