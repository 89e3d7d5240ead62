import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyChanges, recoverContent } from '#generate/content/apply-content.ts';
import { diskEffects, type FileEffects } from '#generate/content/file-effects.ts';
import { fileTree, writeTree } from './file-tree.ts';
import { NEW, NEW_STATE, OLD, OLD_STATE, PLAN, stateFiles } from './killed-plan.ts';

const SCRIPT = join(import.meta.dirname, 'apply-until-killed.ts');
/** Every effect is tried with KILLS=all; here every third. */
const STEP = process.env['KILLS'] === 'all' ? 1 : 3;
/** More effects than a plan of this size has: the loop must end by a run that finishes. */
const MANY = 500;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'killed-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A process that is killed at its n-th effect; says whether it finished before. */
function finishes(work: 'apply' | 'recover', content: string, effect: number): boolean {
  const { status, signal, stderr } = spawnSync(
    process.execPath,
    [SCRIPT, work, content, String(effect)],
    { encoding: 'utf8' },
  );
  if (signal !== 'SIGKILL' && status !== 0) throw new Error(stderr);
  return status === 0;
}

function oldContent(name: string): string {
  const content = join(folder, name);
  writeTree(content, OLD);
  writeTree(`${content}.portal`, OLD_STATE);
  return content;
}

/** Which whole state is there; fails on anything between. */
function wholeState(content: string): 'old' | 'new' {
  const found = { content: fileTree(content), state: fileTree(`${content}.portal`) };
  const isNew = found.content['dataset.json'] === NEW['dataset.json'];
  expect(found).toEqual(
    isNew ? { content: NEW, state: NEW_STATE } : { content: OLD, state: OLD_STATE },
  );
  expect(existsSync(`${content}.apply`)).toBe(false);
  return isNew ? 'new' : 'old';
}

test('applyChanges() leaves one whole state after recovery, wherever it is killed', () => {
  const states: string[] = [];
  for (let effect = 1; effect < MANY; effect += STEP) {
    const content = oldContent(`content-${effect}`);
    const isFinished = finishes('apply', content, effect);
    for (const text of Object.values(fileTree(content))) {
      expect([...Object.values(OLD), ...Object.values(NEW)]).toContain(text);
    }
    recoverContent(content);
    states.push(wholeState(content));
    recoverContent(content);
    expect(wholeState(content)).toBe(states.at(-1));
    if (isFinished) break;
  }
  expect(states.length).toBeLessThan(MANY / STEP - 1);
  // One moment decides: old before it, new from it on.
  expect(states.join(' ')).toMatch(/^(?:old )+(?:new ?)+$/);
  expect(states.filter((state) => state === 'new').length).toBeGreaterThan(20 / STEP);
});

test('recoverContent() leaves one whole state when it is killed itself and called again', () => {
  const { last, commit } = landmarks();
  let kills = 0;
  // Before the commit, just after it, between two moves, and when all is moved.
  for (const effect of [commit - 3, commit + 1, Math.floor((commit + last) / 2), last - 6]) {
    const broken = oldContent(`broken-${effect}`);
    expect(finishes('apply', broken, effect)).toBe(false);
    for (let second = 1; second < MANY; second += STEP) {
      const content = join(folder, `content-${effect}-${second}`);
      copyOf(broken, content);
      const isFinished = finishes('recover', content, second);
      recoverContent(content);
      expect(wholeState(content)).toBe(effect > commit ? 'new' : 'old');
      if (isFinished) break;
      kills += 1;
    }
  }
  expect(kills).toBeGreaterThan(40 / STEP);
});

/** A broken content folder with everything beside it, under another name: state files are named absolutely. */
function copyOf(broken: string, content: string): void {
  for (const suffix of ['', '.portal', '.apply']) {
    if (existsSync(broken + suffix)) cpSync(broken + suffix, content + suffix, { recursive: true });
  }
  const journal = join(`${content}.apply`, 'journal.json');
  if (existsSync(journal)) {
    writeFileSync(journal, readFileSync(journal, 'utf8').replaceAll(broken, content));
  }
}

/** Number of effects of an unbroken run, and which of them is the commit. */
function landmarks(): { last: number; commit: number } {
  const content = oldContent('landmarks');
  const calls: string[] = [];
  const counting = new Proxy(diskEffects, {
    get(effects, verb: keyof FileEffects) {
      return (...given: [string, string]) => {
        calls.push([verb, ...given].join(' '));
        return Reflect.apply(effects[verb], effects, given) as unknown;
      };
    },
  });
  applyChanges(content, PLAN, stateFiles(content), counting);
  const commit = calls.findIndex((call) => /^move .*journal\.json$/.test(call)) + 1;
  return { last: calls.length, commit };
}
