import { readdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { formatGenerateError } from '#generate/generate-error.ts';
import { failure } from '../exports-fixture.ts';
import { makeZip } from './make-zip.ts';
import { unpackBytes, unpackTexts } from './unpack-fixture.ts';

it('unpackFile() makes each member a file of its own, in folders, compressed, and in one archive more', async () => {
  const inner = makeZip([{ path: 'deep/c.csv', content: 'c' }]);
  const zip = makeZip([
    { path: 'a.csv', content: 'a' },
    { path: 'folder/', content: '' },
    { path: 'folder/b.csv', content: 'b', stored: true },
    { path: 'back\\slash.csv', content: 's' },
    { path: 'inner.zip', content: inner },
    { path: 'g.csv.gz', content: gzipSync('g') },
  ]);
  const files = await unpackBytes('2026/all.zip', zip);
  expect(files.map(({ path }) => path)).toEqual([
    '2026/all.zip/a.csv',
    '2026/all.zip/folder/b.csv',
    '2026/all.zip/back/slash.csv',
    '2026/all.zip/inner.zip/deep/c.csv',
    '2026/all.zip/g.csv.gz',
  ]);
  expect(files[3]?.containers).toEqual(['2026/all.zip', '2026/all.zip/inner.zip']);
  expect((await unpackTexts('x.zip', zip)).slice(0, 4).map(([, text]) => text)).toEqual([
    'a',
    'b',
    's',
    'c',
  ]);
});

it('unpackFile() leaves out what a Mac adds, and what the config ignores, without a word', async () => {
  const zip = makeZip([
    { path: 'orders.csv', content: 'x' },
    { path: '__MACOSX/._orders.csv', content: 'junk' },
    { path: '.DS_Store', content: 'junk' },
    { path: 'folder/.DS_Store', content: 'junk' },
    { path: 'notes/readme.txt', content: 'not asked for' },
  ]);
  const isIgnored = (path: string): boolean => path.startsWith('o.zip/notes/');
  const files = await unpackBytes('o.zip', zip, { isIgnored });
  expect(files.map(({ path }) => path)).toEqual(['o.zip/orders.csv']);
});

it.each(['../../x', '/etc/x', 'C:\\x', 'a/../../x', '..\\x', 'a\nb.csv'])(
  'unpackFile() refuses an archive with the path %j and writes nothing',
  async (path) => {
    const zip = makeZip([
      { path: 'good.csv', content: 'good' },
      { path, content: 'bad' },
    ]);
    const error = await failure(unpackBytes('evil.zip', zip));
    expect(formatGenerateError(error)).toMatchInlineSnapshot(`
      "Cannot read export "evil.zip": a member whose path leads out of the archive; expected paths inside it
        evil.zip: found a member whose path leads out of the archive; expected paths inside it
      Hint: Unpack the archive yourself, look at what is in it, and put its exports into the folder"
    `);
  },
);

it('unpackFile() writes with mode 0600 under names of its own', async () => {
  const [file] = await unpackBytes('o.zip', makeZip([{ path: 'orders.csv', content: 'x' }]));
  const absolute = file?.absolute ?? '';
  expect((await stat(absolute)).mode & 0o777).toBe(0o600);
  expect(await readdir(dirname(absolute))).toEqual(['file', 'unpacked-1']);
});

it('unpackFile() counts what comes out and does not believe the archive', async () => {
  const zeros = Buffer.alloc(4_000_000);
  const bomb = { path: 'zeros.csv', content: zeros };
  const ratio = { ratio: 100, ratioFromBytes: 1_000_000 };
  const tooMuch = await failure(unpackBytes('b.zip', makeZip([bomb]), { limits: ratio }));
  expect([tooMuch.code, tooMuch.message]).toMatchInlineSnapshot(`
    [
      "export/unsafe-archive",
      "Cannot read export "b.zip": it unpacks to more than 100 times its size; expected a compressed export",
    ]
  `);
  const total = { unpackedBytes: 1_000_000 };
  const tooLarge = await failure(unpackBytes('b.zip', makeZip([bomb]), { limits: total }));
  expect([tooLarge.code, tooLarge.message]).toMatchInlineSnapshot(`
    [
      "export/unsafe-archive",
      "Cannot read export "b.zip": it unpacks to more than 1 MB; expected a compressed export",
    ]
  `);
  const lie = makeZip([{ ...bomb, statedSize: 10 }]);
  expect((await failure(unpackBytes('b.zip', lie))).code).toBe('export/cut-file');
  const nested = makeZip([{ path: 'in.zip', content: makeZip([bomb]) }]);
  const inside = await failure(unpackBytes('b.zip', nested, { limits: ratio }));
  expect(inside.code).toBe('export/unsafe-archive');
  expect(inside.issues[0]?.file).toBe('b.zip/in.zip');
});

it('unpackFile() refuses a real bomb within its limits, in little time', async () => {
  const packed = gzipSync(Buffer.alloc(120 * 1024 * 1024, '{}\n'), { level: 1 });
  const error = await failure(unpackBytes('bomb.jsonl.gz', packed, { limits: { ratio: 100 } }));
  expect(error.code).toBe('export/unsafe-archive');
});

it.each([
  [
    'more members than it may have',
    makeZip([1, 2, 3].map((n) => ({ path: `${n}.csv`, content: '' }))),
    'export/unsafe-archive',
  ],
  [
    'a name twice',
    makeZip([1, 2].map(() => ({ path: 'a.csv', content: '' }))),
    'export/unsafe-archive',
  ],
  [
    'a member with a password',
    makeZip([{ path: 'a.csv', content: 'x', encrypted: true }]),
    'export/encrypted-archive',
  ],
  [
    'three archives in each other',
    makeZip([
      {
        path: 'a.zip',
        content: makeZip([{ path: 'b.zip', content: makeZip([{ path: 'c', content: '' }]) }]),
      },
    ]),
    'export/unsafe-archive',
  ],
  [
    'its end cut off',
    makeZip([{ path: 'a.csv', content: 'x' }]).subarray(0, 60),
    'export/cut-file',
  ],
])('unpackFile() refuses an archive with %s', async (_, zip, code) => {
  const error = await failure(unpackBytes('a.zip', zip, { limits: { members: 2 } }));
  expect(error.code).toBe(code);
  expect(error.message).toMatch(/^Cannot read export "a\.zip/);
});

it('unpackFile() notices a changed byte by the checksum', async () => {
  const zip = makeZip([{ path: 'a.csv', content: 'order,total\n1,10\n', stored: true }]);
  zip[zip.indexOf('1,10')] = 0x39;
  expect((await failure(unpackBytes('a.zip', zip))).code).toBe('export/cut-file');
});

it('unpackFile() lists an empty archive, and one of another program', async () => {
  const [empty] = await unpackBytes('a.zip', makeZip([]));
  expect(empty).toMatchObject({ path: 'a.zip', leftOut: 'empty-container' });
  const letter = makeZip([
    { path: '[Content_Types].xml', content: '<Types/>' },
    {
      path: '_rels/.rels',
      content:
        '<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    { path: 'word/document.xml', content: '<w/>' },
  ]);
  const [other] = await unpackBytes('letter.docx', letter);
  expect(other).toMatchObject({ path: 'letter.docx', leftOut: null, containers: [] });
});
