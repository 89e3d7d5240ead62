import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DrawingCache, drawingKey, pruneDrawings } from '#render/drawing-cache.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';

const KEY = drawingKey('chart', { id: 'a' });
const DRAWING = Buffer.from('<svg>ä</svg>');

function folderWith(key: string, drawing: Buffer): { folder: string; file: string } {
  const folder = join(temporaryFolder(), 'drawings');
  new DrawingCache(folder).write(key, drawing);
  return { folder, file: join(folder, readdirSync(folder)[0] ?? '') };
}

describe('DrawingCache', () => {
  test('read() gives what write() kept, byte for byte, and undefined for anything else', () => {
    const { folder } = folderWith(KEY, DRAWING);
    expect(new DrawingCache(folder).read(KEY)).toEqual(DRAWING);
    expect(new DrawingCache(folder).read(drawingKey('chart', { id: 'b' }))).toBeUndefined();
    expect(new DrawingCache(join(folder, 'not-there')).read(KEY)).toBeUndefined();
  });

  test('write() leaves nothing beside the entry, and replaces it', () => {
    const { folder, file } = folderWith(KEY, DRAWING);
    new DrawingCache(folder).write(KEY, Buffer.from('another'));
    expect(readdirSync(folder)).toHaveLength(1);
    expect(readFileSync(file, 'utf8')).toMatch(/another$/);
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
    const { folder, file } = folderWith(KEY, DRAWING);
    writeFileSync(file, damage(readFileSync(file)));
    expect(new DrawingCache(folder).read(KEY)).toBeUndefined();
  });
});

describe('drawingKey()', () => {
  test('drawingKey() differs wherever a part differs, and between parts', () => {
    const keys = [
      drawingKey('chart', { a: 1 }),
      drawingKey('chart', { a: 2 }),
      drawingKey('card', { a: 1 }),
      drawingKey('chart', '{"a":1}'),
      drawingKey('char', 't', { a: 1 }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(drawingKey('chart', { a: 1 })).toBe(keys[0]);
  });
});

describe('pruneDrawings()', () => {
  test('pruneDrawings() deletes what was neither read nor written since, and what a killed build left', () => {
    const { folder, file } = folderWith(KEY, DRAWING);
    const cache = new DrawingCache(folder);
    const leftover = join(folder, 'abc.123.writing');
    writeFileSync(leftover, 'half');
    const [unused, long] = [drawingKey('unused'), new Date(Date.now() - 60_000)];
    cache.write(unused, DRAWING);
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), long, long);

    const start = Date.now();
    cache.read(KEY);
    pruneDrawings(folder, start);
    expect(existsSync(file)).toBe(true);
    expect(existsSync(leftover)).toBe(false);
    expect(cache.read(unused)).toBeUndefined();
  });

  test('pruneDrawings() has nothing to do where nothing was drawn', () => {
    expect(() => pruneDrawings(join(temporaryFolder(), 'none'), 0)).not.toThrow();
  });
});
