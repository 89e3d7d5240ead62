import { describe, expect, test } from 'vitest';
import { repositoryFiles, textOf } from './repository-files.ts';

const files = repositoryFiles();

function filesWith(pattern: RegExp, among: string[] = files): string[] {
  return among.filter((path) => pattern.test(textOf(path) ?? ''));
}

describe('the repository', () => {
  test('names no folder of the machine that it was written on', () => {
    // Put together here, so that this file does not match itself.
    const home = ['ho' + 'me', 'Us' + 'ers', 'ro' + 'ot', 'wo' + 'rk'].join('|');
    const pattern = new RegExp(`(?<![\\w.~/-])/(?:${home})/[\\w.-]+/`);
    expect(filesWith(pattern)).toEqual([]);
  });

  test('holds no state of a shop: no vault, no list, no export', () => {
    expect(
      files.filter((path) => /^\.portal\/|\.portal\/|^exports\/|vault\.csv$/.test(path)),
    ).toEqual([]);
  });

  test('has files named after one concept', () => {
    const vague = /(?:^|\/)(?:utils?|helpers?|common|misc)(?:\.|\/)/;
    expect(files.filter((path) => vague.test(path))).toEqual([]);
  });

  test('switches no rule of its tools off inside a file', () => {
    const code = files.filter(
      (path) => /\.(?:ts|tsx|astro|js)$/.test(path) && !path.startsWith('tests/house/'),
    );
    expect(filesWith(/@ts-ignore|@ts-nocheck|@ts-expect-error|eslint-disable/, code)).toEqual([]);
  });

  test('never reads exports in a way that loses rows', () => {
    const code = files.filter((path) => path.startsWith('scripts/'));
    expect(
      filesWith(
        /ignore_errors\s*[=:]\s*true|null_padding\s*[=:]\s*true|strict_mode\s*[=:]\s*false/i,
        code,
      ),
    ).toEqual([]);
  });
});
