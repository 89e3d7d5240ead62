import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { learningKeys, type LearningKeys } from '../../src/build/learning-keys.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';

const FILES = {
  'insights/saved-basket.mdx': 'See [vouchers](/insights/voucher-every-week/).',
  'insights/saved-basket.json': '{"id":"saved-basket"}',
  'insights/voucher-every-week.mdx': 'They wait for the next one.',
  'insights/voucher-every-week.json': '{"id":"voucher-every-week"}',
  'insights/noticed.mdx': '---\ntitle: Noticed\n---\nGloves go first.',
  'insights/bench.jpg': 'a picture',
  'kpis/returns.json': '{}',
  'dataset.json': '{}',
};

function keysOf(changes: Record<string, string | null>, program = 'program'): LearningKeys {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries({ ...FILES, ...changes })) {
    if (text === null) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return learningKeys(folder, program);
}

/** Learnings whose page has to be written anew, and "lists" where those have to. */
function anew(changes: Record<string, string | null>, program?: string): string[] {
  const before = keysOf({});
  const after = keysOf(changes, program);
  const pages = [...after.pages]
    .filter(([id, key]) => before.pages.get(id) !== key)
    .map(([id]) => id)
    .sort();
  return after.lists === before.lists ? pages : [...pages, 'lists'];
}

const ALL = ['noticed', 'saved-basket', 'voucher-every-week', 'lists'];

test.each<[string, Record<string, string | null>, string[]]>([
  ['nothing', {}, []],
  [
    'a text',
    { 'insights/noticed.mdx': '---\ntitle: Noticed\n---\nBoots --- go first.\n---\n' },
    ['noticed'],
  ],
  [
    'a title',
    { 'insights/noticed.mdx': '---\ntitle: Seen\n---\nGloves go first.' },
    ['noticed', 'lists'],
  ],
  ['figures', { 'insights/saved-basket.json': '{}' }, ['saved-basket', 'lists']],
  [
    'a text that another one names',
    { 'insights/voucher-every-week.mdx': 'They wait.' },
    ['saved-basket', 'voucher-every-week', 'lists'],
  ],
  [
    'figures of one that another one names',
    { 'insights/voucher-every-week.json': '{}' },
    ['saved-basket', 'voucher-every-week', 'lists'],
  ],
  ['one more', { 'insights/new.mdx': 'New.' }, ['new', 'lists']],
  ['one less', { 'insights/noticed.mdx': null }, ['lists']],
  ['a text that is gone', { 'insights/saved-basket.mdx': null }, ['saved-basket', 'lists']],
  ['a KPI', { 'kpis/returns.json': '{"facts":[]}' }, ALL],
  ['a picture', { 'insights/bench.jpg': 'another' }, ALL],
  ['a new name of a file', { 'dataset.json': null, 'data.json': '{}' }, ALL],
])('after a change of %s the pages made of it are written anew', (_, changes, expected) => {
  expect(anew(changes)).toEqual(expected);
});

test('another program writes all pages anew', () => {
  expect(anew({}, 'another')).toEqual(ALL);
});

test('learningKeys() names the content by all of its files, and by nothing of the program', () => {
  const name = (changes: Record<string, string | null>, program?: string): string =>
    keysOf(changes, program).content;
  expect(name({}, 'another program')).toBe(name({}));
  const changes = [
    { 'insights/noticed.mdx': 'Gloves come last.' },
    { 'insights/saved-basket.json': '{}' },
    { 'dataset.json': null },
    { 'voices/ada.yaml': 'name: Ada' },
  ];
  const names = [{}, ...changes].map((change) => name(change));
  expect(new Set(names).size).toBe(names.length);
});
