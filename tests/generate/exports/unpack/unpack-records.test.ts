import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { failure } from '../exports-fixture.ts';
import { makeParquet } from './make-parquet.ts';
import { unpackBytes, unpackTexts } from './unpack-fixture.ts';

const text = async (name: string, content: string | Uint8Array): Promise<string | undefined> =>
  (await unpackTexts(name, content))[0]?.[1];

it('unpackFile() makes JSON lines a table with the names in the order in which they appear', async () => {
  const lines = [
    '{"order":"A,1","quantity":2,"price":10.50,"gift":true,"note":null}',
    '',
    '{"price":3,"tags":["a","b"],"order":"say \\"hi\\"\\nthere","b/c~":{"d":1}}',
    '{"order":"A3","zero":"\\u0000\\u0007x"}  ',
  ];
  const table = [
    'order,quantity,price,gift,note,tags,b/c~,zero',
    '"A,1",2,10.5,true,,,,',
    '',
    '"say ""hi""',
    'there",,3,,,"[""a"",""b""]","{""d"":1}",',
    'A3,,,,,,,"x"',
    '',
  ].join('\n');
  for (const [name, content] of [
    ['o.jsonl', lines.join('\n')],
    ['o.ndjson', `\ufeff${lines.join('\r\n')}\r\n`],
    ['o.json.gz', gzipSync(lines.join('\n'))],
    ['o.csv', lines.join('\n')],
    ['o.jsonl', Buffer.from(`\ufeff${lines.join('\n')}`, 'utf16le')],
  ] as const)
    expect(await text(name, content), name).toBe(table);
  const [file] = await unpackBytes('o.jsonl', lines.join('\n'));
  expect(file).toMatchObject({ path: 'o.jsonl', origin: { kind: 'json-lines', shift: -1 } });
});

it('unpackFile() makes an array of objects a table; what is no object is a record of too many cells', async () => {
  const array = '[\n  {"a": 1, "b": "x"},\n  7, {"b": "y"}]';
  expect(await text('a.json', array)).toBe('a,b\n1,x\n,,no object\n,y\n');
  expect(await text('a.json', '[{"a":1}]')).toBe('a,\n1,\n');
});

it('unpackFile() keeps a broken line as a record of too many cells, with what can be told', async () => {
  const lines = ['{"order":"A1","n":1}', '{"order":"A1","n":', 'no JSON', '{"order":"A2","n":2}'];
  expect(await text('o.jsonl', lines.join('\n'))).toBe(
    'order,n\nA1,1\nA1,,no object\n,,no object\nA2,2\n',
  );
});

it('unpackFile() leaves other JSON as it is', async () => {
  for (const other of ['{\n  "name": "x"\n}', '[1, 2]', '[]', '"x"', '{}'])
    expect(await text('settings.json', other)).toBe(other);
});

it.each([
  ['an array that is cut', 'a.json', '[{"a":1},{"a":', 'export/broken-json'],
  [
    'too many names',
    'a.jsonl',
    JSON.stringify(Object.fromEntries(Array.from({ length: 5001 }, (_, i) => [`k${i}`, 1]))),
    'export/too-many-columns',
  ],
  ['a line of 11 MB', 'a.jsonl', `{"a":"${'x'.repeat(11 * 1024 * 1024)}"}`, 'export/row-too-long'],
])('unpackFile() refuses JSON with %s', async (_, name, content, code) => {
  expect((await failure(unpackBytes(name, content))).code).toBe(code);
});

it('unpackFile() refuses a table that is huge only as text', async () => {
  const sparse = `{${Array.from({ length: 100 }, (_, i) => `"k${i}":1`).join(',')}}\n${'{}\n'.repeat(200)}`;
  const error = await failure(unpackBytes('a.jsonl', sparse, { limits: { cells: 20_000 } }));
  expect(error.code).toBe('export/unsafe-archive');
});

it('unpackFile() writes each type of Parquet as plain text', async () => {
  const parquet = await makeParquet(`
    SELECT 'a,"b"' AS "order", 1001.0::DOUBLE AS whole, 0.0000001::DOUBLE AS small, 12.50::DECIMAL(9,2) AS price,
      TIMESTAMP '2026-03-14 09:30:00' AS local, TIMESTAMPTZ '2026-03-14 09:30:00+01' AS placedAt,
      DATE '2026-03-14' AS day, true AS gift, NULL::INTEGER AS nothing, [1, 2] AS list, {'a': 1} AS pair,
      'raw'::BLOB AS bytes, 1e300::DOUBLE AS large, 12345678901234567890::DECIMAL(38,0) AS id, 0.1::FLOAT AS share
    UNION ALL SELECT ${Array.from({ length: 15 }, () => 'NULL').join(', ')}`);
  expect(await text('o.parquet', parquet)).toBe(
    [
      'order,whole,small,price,local,placedAt,day,gift,nothing,list,pair,bytes,large,id,share',
      '"a,""b""",1001,0.0000001,12.50,2026-03-14 09:30:00,2026-03-14T08:30:00+00:00,2026-03-14,true,,"[1,2]","{""a"":1}",raw,1e+300,12345678901234567890,0.1',
      ',,,,,,,,,,,,,,',
      '',
    ].join('\n'),
  );
  expect(await text('o.bin', gzipSync(parquet))).toBe(await text('o.parquet', parquet));
});

it('unpackFile() refuses Parquet that is cut, and one with too many rows for its bytes', async () => {
  const parquet = await makeParquet('SELECT range AS n, 1 AS one FROM range(3000)');
  const cut = await failure(unpackBytes('o.parquet', parquet.subarray(0, parquet.length - 10)));
  expect(cut.code).toBe('export/damaged-parquet');
  const huge = await failure(unpackBytes('o.parquet', parquet, { limits: { cells: 5000 } }));
  expect(huge.code).toBe('export/unsafe-archive');
  expect(await text('one.parquet', await makeParquet('SELECT NULL::INTEGER AS n'))).toBe('n,\n,\n');
});
