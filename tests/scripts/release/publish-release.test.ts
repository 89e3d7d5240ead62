import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  listReleases,
  publishRelease,
  rollbackRelease,
  servedRelease,
} from '#scripts/release/publish-release.ts';
import { diskReleaseEffects } from '#scripts/release/release-effects.ts';
import { releaseVersion } from '#scripts/release/release-version.ts';
import { fileTree, writeTree } from '../../generate/content/file-tree.ts';
import { temporaryFolder } from '../temporary-folder.ts';

let site: string;
let to: string;
beforeEach(() => {
  const folder = temporaryFolder();
  site = join(folder, 'dist');
  to = join(folder, 'served');
  writeTree(site, { 'index.html': 'Hello' });
});

describe('publishRelease()', () => {
  test('serves the new site as current', () => {
    publishRelease(site, to, 'v1');
    expect(servedRelease(to)).toBe('v1');
    expect(fileTree(join(to, 'current'))).toEqual({ 'index.html': 'Hello' });
  });

  test('keeps the last five releases', () => {
    for (const version of ['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7'])
      publishRelease(site, to, version);
    expect(listReleases(to)).toEqual(['v3', 'v4', 'v5', 'v6', 'v7']);
  });

  test('leaves the former site when the copy fails', () => {
    publishRelease(site, to, 'v1');
    const full = {
      ...diskReleaseEffects,
      copyDirectory() {
        throw new Error('No space left on device');
      },
    };
    expect(() => publishRelease(site, to, 'v2', full)).toThrow('No space left');
    expect(servedRelease(to)).toBe('v1');
  });

  test('never replaces a release', () => {
    publishRelease(site, to, 'v1');
    expect(() => publishRelease(site, to, 'v1')).toThrow(/there is such a release already/);
  });
});

describe('rollbackRelease()', () => {
  test('goes back one release at a time', () => {
    for (const version of ['v1', 'v2', 'v3']) publishRelease(site, to, version);
    expect(rollbackRelease(to)).toBe('v2');
    expect(rollbackRelease(to)).toBe('v1');
    expect(servedRelease(to)).toBe('v1');
    expect(() => rollbackRelease(to)).toThrow(/there is no release before "v1"/);
  });

  test('says that nothing is released', () => {
    expect(() => rollbackRelease(to)).toThrow(/nothing is released there/);
  });
});

describe('releaseVersion()', () => {
  test('sorts by time', () => {
    expect(releaseVersion(new Date('2026-11-21T22:05:09.999Z'))).toBe('2026-11-21T22-05-09Z');
  });
});
