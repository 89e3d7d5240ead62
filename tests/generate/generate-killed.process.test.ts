import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recoverContent } from '#generate/content/apply-content.ts';
import { writeSample } from '#sample/write-sample.ts';
import { callGenerate, generated } from './call-generate.ts';
import { folderTexts, temporaryFolder } from './temporary-folder.ts';

/** When it is killed, as a share of the time it takes; the kill of every effect of the end is tested with apply-content. */
const shares = process.env['KILLS'] === 'all' ? [0.3, 0.6, 0.9, 0.95, 0.97, 0.99] : [0.97];

test('generate leaves one whole state when it is killed at any moment', async () => {
  const folder = temporaryFolder();
  const exportsDirectory = join(folder, 'exports');
  const before = join(folder, 'content');
  await writeSample(exportsDirectory, { customers: 900 });
  const always = [
    '--config',
    'tests/generate/quick-sample.config.ts',
    '--exports',
    exportsDirectory,
  ];
  await generated([...always, '--content', before]);
  const copy = (): string => {
    const content = join(temporaryFolder(), 'content');
    cpSync(before, content, { recursive: true });
    return content;
  };
  const later = copy();
  const words = [...always, '--as-of', '2026-06-30', '--content'];
  const start = performance.now();
  await generated([...words, later]);
  const duration = performance.now() - start;
  const states = [folderTexts(before), folderTexts(later)];
  for (const share of shares) {
    const tried = copy();
    await callGenerate([...words, tried], duration * share);
    recoverContent(tried);
    expect(states).toContainEqual(folderTexts(tried));
  }
});
