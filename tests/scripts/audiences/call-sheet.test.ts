import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CALL_QUESTIONS } from '#core/audiences/call-questions.ts';
import { CALL_SHEET_COLUMNS } from '#core/audiences/call-sheet-columns.ts';
import { describeAudiences } from '#core/audiences/audience.ts';
import { portraitWords } from '#core/audiences/portrait-words.ts';
import { AudienceSettingsSchema } from '#core/schemas/audience-settings.ts';
import type { AudienceContact } from '#generate/warehouse/audiences/audience-lists.ts';
import { callSheetCsv, callSheetHtml, type CallSheet } from '#scripts/audiences/call-sheet.ts';
import { presentSheets } from '#scripts/audiences/sheet-files.ts';
import { ordersCsv, readFiles } from '../../generate/exports/exports-fixture.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const FORMATS = { locale: 'en-GB', currency: 'GBP', timeZone: 'Europe/London' };

function contact(name: string, change: Partial<AudienceContact> = {}): AudienceContact {
  return {
    audience: 'follow-up-buyers',
    customer: name,
    email: `${name}@example.com`,
    phone: null,
    reason: 'last purchase on 2026-10-30',
    writeOn: null,
    persona: 'gift-giver',
    boughtOnce: false,
    lastOrder: '1',
    ...change,
  };
}

const portraitOf: CallSheet['portraitOf'] = (_, customer) =>
  portraitWords({ name: 'The Gift Giver', isHint: false }, customer);

function sheet(contacts: AudienceContact[]): CallSheet {
  const [audience] = describeAudiences(AudienceSettingsSchema.parse({})).filter(
    ({ id }) => id === 'follow-up-buyers',
  );
  if (audience === undefined) throw new RangeError('no such audience');
  return { audience, asOf: '2026-10-31', contacts, portraitOf };
}

/** A row as somebody fills it in. */
function answer(row: string, calledOn: string, answers: readonly string[]): string {
  const cells = row.split(',');
  cells[2] = calledOn;
  return [...cells.slice(0, -4), ...answers.map((text) => `"${text}"`)].join(',');
}

/** The sheet of three people: one content, one not, one not reached. */
function filledIn(delimiter = ','): string {
  const csv = callSheetCsv(
    sheet([
      contact('anna'),
      contact('ben', { phone: '+4915112345678', lastOrder: '2' }),
      contact('cleo'),
    ]),
  );
  const [header = '', ben = '', anna = '', cleo = ''] = csv.split('\n');
  const rows = [
    header,
    answer(anna, '2026-11-02', ['', '5', '', '']),
    answer(ben, '', ['', 'no', 'came late, twice', 'yes']),
    cleo,
  ];
  if (delimiter === ',') return `${rows.join('\n')}\n`;
  // As a program of another country saves it.
  return rows
    .map((row) => row.replace(/("[^"]*")|,/g, (match) => (match === ',' ? delimiter : match)))
    .map((row) => `${row}\r\n`)
    .join('');
}

test('callSheetCsv() carries the four questions, and what an agent needs to call', () => {
  const [header = '', anna = ''] = callSheetCsv(sheet([contact('anna')])).split('\n');
  for (const column of Object.values(CALL_SHEET_COLUMNS)) expect(header).toContain(column);
  expect(Object.keys(CALL_QUESTIONS)).toHaveLength(4);
  expect(anna).toBe(
    'Follow-up call,2026-10-31,,anna@example.com,,1,last purchase on 2026-10-30,The Gift Giver,,,,',
  );
});

test('call sheets say that a Portrait after one purchase is a first guess', () => {
  const people = sheet([contact('anna', { boughtOnce: true })]);
  for (const text of [callSheetCsv(people), callSheetHtml(people, FORMATS)])
    expect(text).toContain('The Gift Giver (a first guess, after one purchase)');
});

test.each([',', ';', '\t'])(
  'callSheetCsv() filled in is read back as survey answers, saved with %j between cells',
  async (delimiter) => {
    const { engine, files } = await readFiles({
      'orders.csv': ordersCsv(
        '1,2026-10-30,anna@example.com,A,Jeans,1,20',
        '2,2026-10-30,ben@example.com,A,Jeans,1,20',
      ),
      'calls/anything.csv': filledIn(delimiter),
    });
    expect(files.find(({ path }) => path.startsWith('calls'))).toMatchObject({
      adapter: 'call-sheet',
      rows: { in: 3, used: 2, ignored: 1, rejected: 0 },
    });
    const rows = await engine.rows(
      `SELECT survey, c.email, order_key, CAST(answered_on AS VARCHAR) AS day, question, answer, CAST(score AS INTEGER) AS score
       FROM survey_responses JOIN customers c USING (customer) ORDER BY c.email, question`,
    );
    expect(rows).toEqual([
      {
        survey: 'Follow-up call',
        email: 'anna@example.com',
        order_key: 'generic-orders:1',
        day: '2026-11-02',
        question: CALL_QUESTIONS.satisfied,
        answer: '5',
        score: 5,
      },
      ...[
        [CALL_QUESTIONS.putRight, 'yes'],
        [CALL_QUESTIONS.wrong, 'came late, twice'],
        [CALL_QUESTIONS.satisfied, 'no'],
      ].map(([question, text]) => ({
        survey: 'Follow-up call',
        email: 'ben@example.com',
        order_key: 'generic-orders:2',
        day: '2026-10-31',
        question,
        answer: text,
        score: null,
      })),
    ]);
  },
);

test('callSheetCsv() read back leaves out an answer that is somebody’s address', async () => {
  const csv = filledIn().replace('came late, twice', 'call@example.com');
  const { engine } = await readFiles({
    'orders.csv': ordersCsv('1,2026-10-30,anna@example.com,A,Jeans,1,20'),
    'calls.csv': csv,
  });
  const rows = await engine.rows('SELECT answer FROM survey_responses ORDER BY answer');
  expect(rows.map(({ answer: text }) => text)).toEqual(['5', 'no', 'yes']);
});

test('call sheets have whoever can be called first, and say how many cannot', () => {
  const people = sheet([
    contact('anna'),
    contact('ben', { phone: '+4915112345678' }),
    contact('cleo'),
    contact('dora', { phone: '+15550170001' }),
  ]);
  const names = /[a-z]+(?=@example)/g;
  const page = callSheetHtml(people, FORMATS);
  for (const text of [callSheetCsv(people), page])
    expect(text.match(names)).toEqual(['ben', 'dora', 'anna', 'cleo']);
  expect(page).toContain('2 of them left no telephone number and stand at the end.');
  const all = callSheetHtml(sheet([contact('ben', { phone: '+4915112345678' })]), FORMATS);
  expect(all).not.toContain('telephone number');
});

test('callSheetHtml() asks nothing of any other place and makes text of what an export holds', () => {
  const page = callSheetHtml(
    sheet([contact('anna', { reason: '<script>alert(1)</script>', phone: '+1&2' })]),
    FORMATS,
  );
  expect(page).not.toMatch(/<script|https?:|src=|@import|url\(/);
  expect(page).toContain('&lt;script&gt;');
  expect(page).toContain('+1&amp;2');
  for (const question of Object.values(CALL_QUESTIONS)) expect(page).toContain(question);
});

test('presentSheets() keeps what somebody wrote on, whatever separates its cells, and lets the others go', () => {
  const folder = join(temporaryFolder(), 'call-sheets');
  mkdirSync(folder);
  const empty = callSheetCsv(sheet([contact('anna')]));
  const files = {
    'follow-up-buyers-2026-10-01.csv': empty,
    'follow-up-buyers-2026-10-01.html': 'old',
    'follow-up-buyers-2026-10-08.csv': filledIn(';'),
    'follow-up-buyers-2026-10-31.csv': filledIn(),
    'hero-2026-10-01.csv': empty,
    'notes.txt': 'mine',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  expect(presentSheets(folder, ['follow-up-buyers'], ['follow-up-buyers-2026-10-31.csv'])).toEqual({
    outdated: ['follow-up-buyers-2026-10-01.csv', 'follow-up-buyers-2026-10-01.html'],
    filled: ['follow-up-buyers-2026-10-08.csv', 'follow-up-buyers-2026-10-31.csv'],
  });
  expect(readdirSync(folder)).toHaveLength(6);
  expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
});
