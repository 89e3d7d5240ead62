import { expect, test } from 'vitest';
import type { AudienceContact } from '#generate/warehouse/audiences/audience-lists.ts';
import { listFiles } from '#scripts/audiences/list-files.ts';

function contact(change: Partial<AudienceContact>): AudienceContact {
  return {
    audience: 'hero',
    customer: 'key of somebody',
    email: 'anna@example.com',
    phone: '+4915112345678',
    reason: '4 orders in 24 months',
    writeOn: '2026-11-05',
    persona: null,
    boughtOnce: false,
    lastOrder: null,
    ...change,
  };
}

function texts(contacts: AudienceContact[]): Record<string, string> {
  const files = listFiles({ id: 'hero', label: 'Heroes, ours' }, contacts);
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}

test('listFiles() names the columns as each tool imports them', () => {
  expect(texts([contact({})])).toEqual({
    'hero.csv':
      'email,phone,reason,write_on\nanna@example.com,+4915112345678,4 orders in 24 months,2026-11-05\n',
    'klaviyo/hero.csv':
      'Email,Phone Number,Audience,Write On\nanna@example.com,+4915112345678,"Heroes, ours",2026-11-05\n',
    // A comma would make two tags of one.
    'mailchimp/hero.csv':
      'Email Address,Phone Number,Tags,Write On\nanna@example.com,+4915112345678,Heroes ours,2026-11-05\n',
  });
});

test('listFiles() gives the tools international numbers only, each once, and no row without a way to write', () => {
  const made = texts([
    contact({ customer: 'a' }),
    contact({ customer: 'b', email: 'ben@example.com' }),
    contact({ customer: 'c', email: null, phone: '+4915100000001' }),
    contact({ customer: 'd', email: null, phone: '0151234567' }),
  ]);
  expect(
    made['klaviyo/hero.csv']
      ?.split('\n')
      .slice(1, -1)
      .map((line) => line.split(',').slice(0, 2)),
  ).toEqual([
    ['anna@example.com', '+4915112345678'],
    ['ben@example.com', ''],
    ['', '+4915100000001'],
  ]);
  expect(made['mailchimp/hero.csv']?.split('\n')).toHaveLength(4);
  expect(made['hero.csv']?.split('\n')).toHaveLength(6);
});

test('listFiles() leaves an address to people that a spreadsheet program would run', () => {
  const made = texts([contact({ email: '=cmd@example.com', phone: null })]);
  expect(made['hero.csv']).toContain("'=cmd@example.com");
  expect(made['klaviyo/hero.csv']).not.toContain('cmd');
  expect(made['mailchimp/hero.csv']).not.toContain('cmd');
});
