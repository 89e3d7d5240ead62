import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { renderProgram, programOf } from '#render/render-program.ts';
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

test('programOf() is the same for the same files wherever they lie', () => {
  expect(programOf(repositoryWith(FILES))).toBe(programOf(repositoryWith(FILES)));
});

test.each([
  ['a template', { 'src/core/cards/card-element.ts': 'another' }],
  ['a renderer', { 'src/render/render-card.ts': 'another' }],
  ['a package', { 'package-lock.json': '{"packages":{}}' }],
  ['the set of files', { 'src/render/new.ts': '' }],
])('programOf() changes with %s', (_, changed) => {
  expect(programOf(repositoryWith({ ...FILES, ...changed }))).not.toBe(
    programOf(repositoryWith(FILES)),
  );
});

test('renderProgram() names this repository', () => {
  expect(renderProgram()).toBe(programOf(process.cwd()));
});
