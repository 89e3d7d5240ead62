import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { formatGenerateError } from '#generate/generate-error.ts';
import {
  exportsFolder,
  failure,
  ordersCsv,
  readFiles,
  readFolder,
  shopConfig,
} from '../exports-fixture.ts';

const ORDERS = ordersCsv('A1,2026-01-05 10:00:00,ann@example.com,S1,Mug,2,10.00');
const PICTURE = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]);
const NO_TEXT = new Uint8Array([0x93, 0x02, 0xf1, 0x00, 0x1b, 0x07, 0xc4, 0x11]);

describe('a file that is not read', () => {
  it('readExports() lists it with the reason; what the config ignores is not listed', async () => {
    const { files } = await readFiles(
      {
        'orders.csv': ORDERS,
        'README.md': '# Our exports\n\nA list, of, words\n',
        'photo.png': PICTURE,
        '.hidden.csv': PICTURE,
        'old/copy.txt': 'x',
      },
      shopConfig({ ignoreFiles: ['old/**'] }),
    );
    expect(files.map(({ path, adapter }) => [path, adapter])).toEqual([
      ['.hidden.csv', null],
      ['README.md', null],
      ['orders.csv', 'generic-orders'],
      ['photo.png', null],
    ]);
    expect(files[1]?.reasons).toEqual([
      {
        code: 'file/unknown',
        reason: expect.stringContaining('No format knows its header'),
        rows: 0,
      },
    ]);
    expect(files[3]?.reasons).toEqual([{ code: 'file/no-text', reason: 'It is no text', rows: 0 }]);
  });

  it('readExports() says of a table with one row a customer that the config can name it', async () => {
    const header = 'Tier;E-mail;Points;Visits;Likes roses;Likes lawns';
    const row = (mail: string): string => `Gold;${mail};12;3;yes;no`;
    const table = (...mails: string[]) => `${[header, ...mails.map(row)].join('\n')}\n`;
    const { files } = await readFiles({
      'orders.csv': ORDERS,
      'members.csv': `Members\n${table('ann@example.com', 'bea@example.com', '', 'cy@example.com')}`,
      'visits.csv': table('ann@example.com', 'bea@example.com', 'ann@example.com'),
    });
    const reason = (path: string) => files.find((file) => file.path === path)?.reasons[0]?.reason;
    expect(reason('members.csv')).toContain(
      'It looks like a table with one row a customer: customerTable of portal.config.ts makes Portraits of its columns, with its path under files and "E-mail" as key',
    );
    expect(reason('visits.csv')).not.toContain('customerTable');
  });

  it('readExports() says nothing of files that the system or a spreadsheet program put there', async () => {
    const { files } = await readFiles({
      'orders.csv': ORDERS,
      'my~$list.txt': 'x',
      '.DS_Store': PICTURE,
      '2026/.DS_Store': PICTURE,
      '2026/._orders.csv': PICTURE,
      '2026/Thumbs.db': PICTURE,
      '2026/desktop.ini': '[.ShellClassInfo]\n',
      '~$orders.xlsx': PICTURE,
      '.~lock.orders.xlsx#': ',ann,desk,',
      '__MACOSX/2026/._orders.csv': PICTURE,
    });
    expect(files.map(({ path }) => path)).toEqual(['my~$list.txt', 'orders.csv']);
    const error = await failure(readFiles({ 'Thumbs.db': PICTURE }));
    expect(error.code).toBe('export/folder-empty');
  });

  it('readExports() lists symbolic links and does not follow them', async () => {
    const outside = await exportsFolder({ 'secret.csv': ORDERS });
    const folder = await exportsFolder({ 'orders.csv': ORDERS });
    await symlink(join(outside, 'secret.csv'), join(folder, 'link.csv'));
    await symlink(outside, join(folder, 'folder'));
    const { files } = await readFolder(folder);
    expect(files.map(({ path, adapter }) => [path, adapter])).toEqual([
      ['folder', null],
      ['link.csv', null],
      ['orders.csv', 'generic-orders'],
    ]);
    expect(files[0]).toEqual(files[1] === undefined ? null : { ...files[1], path: 'folder' });
    expect(files[1]?.reasons).toEqual([
      { code: 'file/link', reason: 'Links are not followed', rows: 0 },
    ]);
  });
});

describe('a folder without any known export', () => {
  it('readExports() says of each file why it is none', async () => {
    const folder = await exportsFolder({
      'notes.csv': 'colour,shape\nred,round\n',
      'photo.png': PICTURE,
      'old/copy.txt': 'x',
    });
    const error = await failure(readFolder(folder, shopConfig({ ignoreFiles: ['old/**'] })));
    expect(error.code).toBe('export/nothing-known');
    expect(formatGenerateError(error).replace(folder, 'exports')).toMatchInlineSnapshot(`
      "Cannot read exports "exports": none of its files is a known export; expected at least one
        notes.csv: found a header that no format knows; expected an export of a known format
        old/copy.txt: found a name that ignoreFiles of portal.config.ts leaves out; expected an export of a known format
        photo.png: found binary data; expected an export of a known format
      Hint: \`--explain FILE\` says what a file lacks; docs/exports.md lists the formats and how another file is mapped"
    `);
  });

  it('readExports() says that links are not followed where there is nothing else', async () => {
    const outside = await exportsFolder({ 'orders.csv': ORDERS });
    const folder = await exportsFolder({});
    await symlink(join(outside, 'orders.csv'), join(folder, 'orders.csv'));
    const error = await failure(readFolder(folder));
    expect(error.code).toBe('export/nothing-known');
    expect(error.issues).toEqual([
      {
        file: 'orders.csv',
        found: 'a link, which is not followed',
        expected: 'an export of a known format',
      },
    ]);
  });
});

describe('a damaged file with the name of an export', () => {
  it.each([
    ['zero bytes behind a readable header', Buffer.concat([Buffer.from(ORDERS), Buffer.alloc(64)])],
    ['bytes that mean nothing', NO_TEXT],
    ['a picture', PICTURE],
  ])('readExports() refuses %s beside good files', async (_, bytes) => {
    for (const [name, content] of [
      ['damaged.csv', bytes],
      ['damaged.TXT', bytes],
      ['damaged.dat.gz', gzipSync(bytes)],
    ] as const) {
      const error = await failure(readFiles({ 'orders.csv': ORDERS, [name]: content }));
      expect(error.code).toBe('export/no-text');
      expect(error.issues).toEqual([{ file: name, found: 'binary data', expected: 'text' }]);
    }
  });

  it.each([
    ['a byte order mark', '\ufeff'],
    ['white space', ' \r\n\t\n'],
    ['a byte order mark of UTF-16', new Uint8Array([0xff, 0xfe])],
  ])('readExports() takes a file of nothing but %s for an empty one', async (_, content) => {
    const error = await failure(readFiles({ 'orders.csv': ORDERS, 'blank.csv': content }));
    expect(error.code).toBe('export/empty-file');
    expect(error.issues[0]?.found).toBe('nothing but white space');
  });

  it.each([
    ['with a byte order mark', '\ufeff', ''],
    ['without one', '', ''],
    ['without one, with letters of which a half looks like a control character', '', '–ł€'],
  ])('readExports() reads UTF-16 %s', async (_, mark, letters) => {
    const text = mark + ORDERS.replace('Mug', `Mug ${letters}`);
    const { files } = await readFiles({ 'o.csv': Buffer.from(text, 'utf16le') });
    expect(files[0]).toMatchObject({ adapter: 'generic-orders', rows: { used: 1 } });
  });
});
