import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listReleases, publishRelease } from '#scripts/release/publish-release.ts';
import { fileTree, writeTree } from '../../generate/content/file-tree.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const SCRIPT = join(import.meta.dirname, 'release-until-killed.ts');
const OLD = { 'index.html': 'old', 'kpis/index.html': 'old' };
const NEW = { 'index.html': 'new', 'kpis/index.html': 'new' };
/** More effects than a release has. */
const MANY = 100;

test('publishRelease() serves the former or the new site, wherever it is killed, and the next release succeeds', () => {
  const folder = temporaryFolder();
  writeTree(join(folder, 'old'), OLD);
  writeTree(join(folder, 'new'), NEW);
  const served: string[] = [];
  for (let effect = 1; effect < MANY; effect += 1) {
    const to = join(folder, `to-${effect}`);
    // As many as are kept: the next one removes the oldest.
    for (const day of [1, 2, 3, 4, 5]) publishRelease(join(folder, 'old'), to, `2026-01-0${day}`);
    const words = [SCRIPT, join(folder, 'new'), to, '2026-01-06', String(effect)];
    const { signal, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    expect(stderr).toBe('');

    const now = readFileSync(join(to, 'current/index.html'), 'utf8');
    expect(fileTree(join(to, 'current'))).toEqual(now === 'new' ? NEW : OLD);
    served.push(now);

    publishRelease(join(folder, 'new'), to, '2026-01-07');
    expect(fileTree(join(to, 'current'))).toEqual(NEW);
    expect(Object.keys(fileTree(to)).some((path) => path.includes('.incoming'))).toBe(false);
    expect(listReleases(to)).toHaveLength(5);
    if (signal === null) break;
  }
  expect(served.join(' ')).toMatch(/^(?:old )+(?:new ?)+$/);
});
