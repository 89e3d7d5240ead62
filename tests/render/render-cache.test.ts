import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RenderCache, renderKey, pruneRenderCache } from '#render/render-cache.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';

const KEY = renderKey('chart', { id: 'a' });
const RENDERING = Buffer.from('<svg>ä</svg>');

function folderWith(key: string, rendering: Buffer): { folder: string; file: string } {
  const folder = join(temporaryFolder(), 'renderings');
  new RenderCache(folder).write(key, rendering);
  return { folder, file: join(folder, readdirSync(folder)[0] ?? '') };
}

describe('RenderCache', () => {
  test('read() gives what write() kept, byte for byte, and undefined for anything else', () => {
    const { folder } = folderWith(KEY, RENDERING);
    expect(new RenderCache(folder).read(KEY)).toEqual(RENDERING);
    expect(new RenderCache(folder).read(renderKey('chart', { id: 'b' }))).toBeUndefined();
    expect(new RenderCache(join(folder, 'not-there')).read(KEY)).toBeUndefined();
  });

  test('write() leaves nothing beside the entry, and replaces it', () => {
    const { folder, file } = folderWith(KEY, RENDERING);
    new RenderCache(folder).write(KEY, Buffer.from('another'));
    expect(readdirSync(folder)).toHaveLength(1);
    expect(readFileSync(file, 'utf8')).toMatch(/another$/);
  });

  test('copy() writes what is kept to a file, whatever folders it needs, and nothing where nothing is kept', () => {
    const { folder } = folderWith(KEY, RENDERING);
    const file = join(folder, 'site/a/b.svg');
    new RenderCache(folder).copy(KEY, file);
    expect(readFileSync(file)).toEqual(RENDERING);
    expect(() => new RenderCache(folder).copy('another', file)).toThrow('ENOENT');
    expect(readFileSync(file)).toEqual(RENDERING);
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['cut inside its digest', (bytes: Buffer) => bytes.subarray(0, 20)],
    ['empty', () => Buffer.alloc(0)],
    [
      'with another byte',
      (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 70 ? byte ^ 1 : byte))),
    ],
  ])('read() takes an entry that is %s for none', (_, damage) => {
    const { folder, file } = folderWith(KEY, RENDERING);
    writeFileSync(file, damage(readFileSync(file)));
    expect(new RenderCache(folder).read(KEY)).toBeUndefined();
  });
});

describe('renderKey()', () => {
  test('renderKey() differs wherever a part differs, and between parts', () => {
    const keys = [
      renderKey('chart', { a: 1 }),
      renderKey('chart', { a: 2 }),
      renderKey('card', { a: 1 }),
      renderKey('chart', '{"a":1}'),
      renderKey('char', 't', { a: 1 }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(renderKey('chart', { a: 1 })).toBe(keys[0]);
  });
});

describe('pruneRenderCache()', () => {
  test('pruneRenderCache() deletes what was neither read nor written since, and what a killed build left', () => {
    const { folder, file } = folderWith(KEY, RENDERING);
    const cache = new RenderCache(folder);
    const leftover = join(folder, 'abc.123.writing');
    writeFileSync(leftover, 'half');
    const [unused, long] = [renderKey('unused'), new Date(Date.now() - 60_000)];
    cache.write(unused, RENDERING);
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), long, long);

    const start = Date.now();
    cache.read(KEY);
    pruneRenderCache(folder, start);
    expect(existsSync(file)).toBe(true);
    expect(existsSync(leftover)).toBe(false);
    expect(cache.read(unused)).toBeUndefined();
  });

  test('pruneRenderCache() has nothing to do where nothing was drawn', () => {
    expect(() => pruneRenderCache(join(temporaryFolder(), 'none'), 0)).not.toThrow();
  });
});
