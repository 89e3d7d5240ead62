import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { repositoryFiles, textOf } from './repository-files.ts';

const files = new Set(repositoryFiles());
const names = new Set([...files].map((path) => path.replace(/^.*\//, '')));
const folders = new Set(
  [...files].flatMap((path) => [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index))),
);
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(textOf('package.json') ?? ''));

/** Content is people's, and readmes of fixtures name the files of others. */
const documents = [...files]
  .filter((path) => path.endsWith('.md') && !/^(?:content|tests)\//.test(path))
  .map((path) => ({ path, text: textOf(path) ?? '' }));

/** Files that a reader is told to make, or that a command does: they stand in no version control. */
const MADE = [
  /boomerang-returns/,
  /^bench\/results\/$/,
  /^(?:version|de)\.json$/,
  /^(?:figures\.js|brand\.css)$/,
];

/** Every match of a pattern in the documents that does not hold, with where it stands. */
function wrong(pattern: RegExp, holds: (match: string[], path: string) => boolean): string[] {
  return documents.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)]
      .filter((match) => !holds(match, path))
      .map(([found]) => `${path}: ${found}`),
  );
}

describe('the documents', () => {
  test('link to files and headings that exist', () => {
    expect(documents.length).toBeGreaterThan(40);
    const links = wrong(
      /\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]+))?\)/g,
      ([, link = '', heading], path) => {
        const target = link === '' ? path : normalize(join(dirname(path), link)).replace(/\/$/, '');
        if (heading !== undefined) return headings(target).has(heading);
        return files.has(target) || folders.has(target);
      },
    );
    expect(links).toEqual([]);
  });

  test('name files and folders that exist', () => {
    const exists = (name: string): boolean =>
      MADE.some((made) => made.test(name)) ||
      files.has(name) ||
      folders.has(name.replace(/\/$/, '')) ||
      names.has(name);
    const inFolders =
      /(?<![\w/.*-])(?:src|scripts|tests|docs|bench|examples)(?:\/(?:[\w-]|\[[\w.]+\]|\.(?=\w))+)+\/?/g;
    expect(wrong(inFolders, ([name = '']) => exists(name) || hasFileLike(name))).toEqual([]);
    const bare =
      /(?<=`)[\w-]+(?:\.(?:process|site|build))?(?:\.test)?\.(?:ts|astro|css|js|json|yaml|py)(?=`)/g;
    expect(wrong(bare, ([name = '']) => exists(name))).toEqual([]);
  });

  test('call commands that exist, by options that they have', () => {
    const calls = /npm run ([\w:-]+)(?: -- ([^\n`|#]*))?/g;
    const isKnown = ([, command = '', words = '']: string[]): boolean => {
      const file = scripts[command]
        ?.split(' ')
        .find((word) => /^scripts\/(?!cli\/).*\.ts$/.test(word));
      const code = textOf(file ?? '') ?? '';
      return (
        scripts[command] !== undefined &&
        [...words.matchAll(/--([\w-]+)/g)].every(([, option = '']) =>
          new RegExp(`^ +'?${option}'?: \\{`, 'm').test(code),
        )
      );
    };
    expect(wrong(calls, isKnown)).toEqual([]);
  });

  test('have tables with as many cells in every row as in its head', () => {
    const table = /^\|.*\|\n\| ?:?-[-:| ]*\|\n(?:\|.*\|\n)*/gm;
    const isEven = ([rows = '']: string[]): boolean =>
      new Set(rows.trim().split('\n').map(cellsIn)).size === 1;
    expect(wrong(table, isEven)).toEqual([]);
    const uneven = '| a | b |\n| - | - |\n| 1 | 2 | 3 |\n';
    expect([...uneven.matchAll(table)].some(isEven)).toBe(false);
  });
});

/** A bar behind a backslash is part of a cell. */
function cellsIn(row: string): number {
  return row.split(/(?<!\\)\|/).length;
}

/** A name without its ending, as in "tests/site/language": the tests that begin so. */
function hasFileLike(name: string): boolean {
  return [...files].some((path) => path.startsWith(`${name}.`));
}

/** Addresses of a document's headings, as they are made of their words. */
function headings(path: string): Set<string> {
  return new Set(
    [...(textOf(path) ?? '').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .trim()
        .replaceAll(' ', '-'),
    ),
  );
}
