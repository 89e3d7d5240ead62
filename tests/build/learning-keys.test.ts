import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { learningKeys } from '../../src/build/learning-keys.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';

const FILES = {
  'insights/saved-basket.mdx': 'See [vouchers](/insights/voucher-every-week/).',
  'insights/saved-basket.json': '{"id":"saved-basket"}',
  'insights/voucher-every-week.mdx': 'They wait for the next one.',
  'insights/voucher-every-week.json': '{"id":"voucher-every-week"}',
  'insights/noticed.mdx': 'Gloves go first.',
  'insights/bench.jpg': 'a picture',
  'kpis/returns.json': '{}',
  'dataset.json': '{}',
};

function keysOf(changes: Record<string, string | null>, program = 'program'): Map<string, string> {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries({ ...FILES, ...changes })) {
    if (text === null) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return learningKeys(folder, program);
}

/** Learnings whose page has to be written anew. */
function anew(changes: Record<string, string | null>, program?: string): string[] {
  const before = keysOf({});
  return [...keysOf(changes, program)]
    .filter(([id, key]) => before.get(id) !== key)
    .map(([id]) => id)
    .sort();
}

const ALL = ['noticed', 'saved-basket', 'voucher-every-week'];

test.each<[string, Record<string, string | null>, string[]]>([
  ['nothing', {}, []],
  ['a text', { 'insights/noticed.mdx': 'Boots go first.' }, ['noticed']],
  ['figures', { 'insights/saved-basket.json': '{}' }, ['saved-basket']],
  [
    'a text that another one names',
    { 'insights/voucher-every-week.mdx': 'They wait.' },
    ['saved-basket', 'voucher-every-week'],
  ],
  [
    'figures of one that another one names',
    { 'insights/voucher-every-week.json': '{}' },
    ['saved-basket', 'voucher-every-week'],
  ],
  ['one more', { 'insights/new.mdx': 'New.' }, ['new']],
  ['one less', { 'insights/noticed.mdx': null }, []],
  ['a text that is gone', { 'insights/saved-basket.mdx': null }, ['saved-basket']],
  ['a KPI', { 'kpis/returns.json': '{"facts":[]}' }, ALL],
  ['a picture', { 'insights/bench.jpg': 'another' }, ALL],
  ['a new name of a file', { 'dataset.json': null, 'data.json': '{}' }, ALL],
])('after a change of %s the pages made of it are written anew', (_, changes, expected) => {
  expect(anew(changes)).toEqual(expected);
});

test('another program writes all pages anew', () => {
  expect(anew({}, 'another')).toEqual(ALL);
});
