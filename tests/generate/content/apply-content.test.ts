import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyChanges, recoverContent } from '#generate/content/apply-content.ts';
import { lockContent } from '#generate/content/content-lock.ts';
import { diskEffects, type FileEffects } from '#generate/content/file-effects.ts';
import { GenerateError } from '#generate/generate-error.ts';
import { fileTree, writeTree } from './file-tree.ts';
import { NEW, NEW_STATE, OLD, PLAN, stateFiles } from './killed-plan.ts';

let folder: string;
let content: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'apply-'));
  content = join(folder, 'content');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Stops the run at the first effect that matches, as a full disk would. */
function failingAt(verb: 'move' | 'write', end: RegExp): FileEffects {
  return {
    ...diskEffects,
    [verb]: (...given: [string, string]) => {
      if (end.test(given[verb === 'move' ? 1 : 0])) throw new Error('No space left on device');
      Reflect.apply(diskEffects[verb], diskEffects, given);
    },
  };
}

describe('applyChanges()', () => {
  test('writes, replaces and deletes what the plan says and leaves nothing beside', () => {
    writeTree(content, OLD);
    applyChanges(content, PLAN, stateFiles(content));
    expect(fileTree(content)).toEqual(NEW);
    expect(fileTree(`${content}.portal`)).toEqual(NEW_STATE);
    expect(diskEffects.list(folder).sort()).toEqual(['content', 'content.portal']);
  });

  test('lets only the owner read state files', () => {
    applyChanges(content, [], stateFiles(content));
    expect(statSync(`${content}.portal/vault.csv`).mode & 0o777).toBe(0o600);
  });

  test('touches nothing when nothing changes', () => {
    const refusing = { ...diskEffects, makeDirectory: () => expect.unreachable() };
    applyChanges(content, [{ path: 'dataset.json', change: 'unchanged' }], [], refusing);
    expect(diskEffects.exists(content)).toBe(false);
  });

  test('leaves the old state when the disk is full before the commit', () => {
    writeTree(content, OLD);
    const full = failingAt('write', /content-1$/);
    expect(() => applyChanges(content, PLAN, [], full)).toThrow('No space left');
    expect(fileTree(content)).toEqual(OLD);
    recoverContent(content);
    expect(fileTree(content)).toEqual(OLD);
    expect(diskEffects.list(folder)).toEqual(['content']);
  });

  test.each([
    '../escape.json',
    '/etc/escape.json',
    'kpis/../../x.json',
    'kpis//x.json',
    '.git/x.json',
    'a\\b.json',
    '',
  ])('refuses the path "%s"', (path) => {
    const plan = [{ path, change: 'created' as const, text: 'x' }];
    expect(() => applyChanges(content, plan)).toThrow(GenerateError);
    expect(diskEffects.list(folder)).toEqual([]);
  });

  test('refuses to write through a symbolic link', () => {
    writeTree(join(folder, 'elsewhere'), { 'x.json': 'mine' });
    writeTree(content, { 'dataset.json': 'old' });
    symlinkSync(join(folder, 'elsewhere'), join(content, 'kpis'));
    const plan = [{ path: 'kpis/x.json', change: 'created' as const, text: 'theirs' }];
    expect(() => applyChanges(content, plan)).toThrowErrorMatchingInlineSnapshot(
      `[GenerateError: Cannot write "kpis/x.json": "kpis" is a symbolic link; expected a plain file or folder]`,
    );
    expect(fileTree(join(folder, 'elsewhere'))).toEqual({ 'x.json': 'mine' });
  });

  test('follows content/ itself where that is a link', () => {
    writeTree(join(folder, 'elsewhere'), OLD);
    symlinkSync(join(folder, 'elsewhere'), content);
    applyChanges(content, PLAN);
    expect(fileTree(join(folder, 'elsewhere'))).toEqual(NEW);
  });

  test('never deletes what people wrote', () => {
    writeTree(content, OLD);
    expect(() =>
      applyChanges(content, [{ path: 'kpis/net-revenue.mdx', change: 'deleted' }]),
    ).toThrow(TypeError);
    expect(fileTree(content)).toEqual(OLD);
  });

  test('deletes a draft that the plan saw unedited, and leaves one that was edited since', () => {
    writeTree(content, { 'kpis/a.mdx': 'Old draft', 'kpis/b.mdx': 'Edited since' });
    applyChanges(content, [
      { path: 'kpis/a.mdx', change: 'deleted', seen: 'Old draft' },
      { path: 'kpis/b.mdx', change: 'deleted', seen: 'Old draft' },
    ]);
    expect(fileTree(content)).toEqual({ 'kpis/b.mdx': 'Edited since' });
  });

  test('leaves a text that a person edited while the plan was made', () => {
    writeTree(content, { 'kpis/a.mdx': 'Edited since', 'kpis/b.mdx': 'Written since' });
    applyChanges(content, [
      { path: 'kpis/a.mdx', change: 'updated', text: 'New draft', seen: 'Old draft' },
      { path: 'kpis/b.mdx', change: 'created', text: 'New draft', seen: null },
      { path: 'kpis/c.mdx', change: 'created', text: 'New draft', seen: null },
    ]);
    expect(fileTree(content)).toEqual({
      'kpis/a.mdx': 'Edited since',
      'kpis/b.mdx': 'Written since',
      'kpis/c.mdx': 'New draft',
    });
  });

  test('refuses a plan that was made before another run wrote', () => {
    writeTree(content, { ...OLD, 'dataset.json': 'of another run' });
    expect(() => applyChanges(content, PLAN)).toThrow(/changed while the run was computing/);
  });
});

describe('recoverContent()', () => {
  test('finishes a plan that was committed', () => {
    writeTree(content, OLD);
    const full = failingAt('move', /spring\.json$/);
    expect(() => applyChanges(content, PLAN, stateFiles(content), full)).toThrow('No space left');
    recoverContent(content);
    expect(fileTree(content)).toEqual(NEW);
    expect(fileTree(`${content}.portal`)).toEqual(NEW_STATE);
    recoverContent(content);
    expect(diskEffects.list(folder).sort()).toEqual(['content', 'content.portal']);
  });

  test('keeps a text that a person wrote between the kill and the next command', () => {
    writeTree(content, OLD);
    expect(() => applyChanges(content, PLAN, [], failingAt('move', /spring\.mdx$/))).toThrow();
    writeFileSync(join(content, 'insights/spring.mdx'), 'Written by hand');
    recoverContent(content);
    expect(fileTree(content)).toEqual({ ...NEW, 'insights/spring.mdx': 'Written by hand' });
  });

  test('does nothing where nothing is left over', () => {
    recoverContent(content);
    expect(diskEffects.list(folder)).toEqual([]);
  });
});

describe('lockContent()', () => {
  const living = { pid: process.ppid, host: 'another-host.example', started: null };

  test('refuses while another process holds the lock', () => {
    writeTree(`${content}.apply`, { lock: JSON.stringify(living) });
    expect(() => lockContent(content)).toThrow(GenerateError);
    expect(() => applyChanges(content, PLAN)).toThrow(
      /process \d+ on another-host\.example is writing it/,
    );
  });

  test.each([
    ['whose process is gone', JSON.stringify({ pid: 2 ** 30, host: '', started: null })],
    ['of which nothing can be read', 'half a lo'],
  ])('takes over a lock %s', (_, text) => {
    const lock = text.replace('"host":""', `"host":${JSON.stringify(hostname())}`);
    writeTree(`${content}.apply`, { lock });
    lockContent(content)();
    expect(diskEffects.list(folder)).toEqual([]);
  });

  test('takes over a lock whose process number now belongs to another program', () => {
    const lock = { pid: process.ppid, host: hostname(), started: 'an-earlier-boot-1' };
    writeTree(`${content}.apply`, { lock: JSON.stringify(lock) });
    lockContent(content)();
    expect(diskEffects.list(folder)).toEqual([]);
  });

  test('may be asked for again by the process that holds it', () => {
    const release = lockContent(content);
    applyChanges(content, [{ path: 'dataset.json', change: 'created', text: '{}' }]);
    expect(diskEffects.exists(join(`${content}.apply`, 'lock'))).toBe(true);
    release();
    expect(diskEffects.exists(`${content}.apply`)).toBe(false);
  });
});
