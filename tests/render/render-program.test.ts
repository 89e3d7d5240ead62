import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { programOf, renderProgram } from '#render/render-program.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';

const FILES = {
  'src/core/cards/card-element.ts': 'one',
  'src/render/render-card.ts': 'two',
  'package-lock.json': '{}',
};

function repositoryWith(files: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

test('renderProgram() is the same for the same files wherever they lie', () => {
  expect(renderProgram(repositoryWith(FILES))).toBe(renderProgram(repositoryWith(FILES)));
});

test.each([
  ['a template', { 'src/core/cards/card-element.ts': 'another' }],
  ['a renderer', { 'src/render/render-card.ts': 'another' }],
  ['a package', { 'package-lock.json': '{"packages":{}}' }],
  ['the set of files', { 'src/render/new.ts': '' }],
])('renderProgram() changes with %s', (_, changed) => {
  expect(renderProgram(repositoryWith({ ...FILES, ...changed }))).not.toBe(
    renderProgram(repositoryWith(FILES)),
  );
});

test('renderProgram() names this repository where no other is given', () => {
  expect(renderProgram()).toBe(renderProgram(process.cwd()));
});

test('programOf() names files and folders wherever they lie', () => {
  const sources = ['src/core', 'src/render/render-card.ts'];
  const named = (files: Record<string, string>): string =>
    programOf(sources, repositoryWith({ ...FILES, ...files }));
  expect(named({})).toBe(programOf(sources, repositoryWith(FILES)));
  expect(named({ 'src/pages/index.astro': 'a page' })).toBe(named({}));
  expect(named({ 'src/render/render-card.ts': 'another' })).not.toBe(named({}));
  expect(named({ 'src/core/new.ts': '' })).not.toBe(named({}));
});
