import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  inventedLearnings,
  withOneChanged,
  writePortalContent,
  writeStarlightPages,
} from '#scripts/bench/build-contents.ts';
import { contentRules } from '#scripts/check/content-rules.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const learnings = inventedLearnings(30);

test('writePortalContent() writes learnings that the check accepts, with one chart each', () => {
  const content = temporaryFolder();
  writePortalContent(content, learnings);
  expect(contentRules(content)).toEqual([]);
  const texts = readdirSync(join(content, 'insights')).filter((name) => name.endsWith('.mdx'));
  expect(texts).toHaveLength(30);
  for (const name of texts) {
    const charts = readFileSync(join(content, 'insights', name), 'utf8').match(/<Chart /g);
    expect(charts).toHaveLength(1);
  }
});

test('writeStarlightPages() writes the same titles and words', () => {
  const [content, pages] = [temporaryFolder(), temporaryFolder()];
  writePortalContent(content, learnings);
  writeStarlightPages(pages, learnings);
  for (const name of readdirSync(pages)) {
    const bare = readFileSync(join(pages, name), 'utf8');
    const text = readFileSync(join(content, 'insights', `${name}x`), 'utf8');
    const told = (source: string): string =>
      source
        .replace(/^---[^]*?\n---\n/, '')
        .replace(/<Chart[^>]*>/, '')
        .replace(/\s+/g, ' ');
    expect(told(text)).toBe(told(bare));
    expect(text).toContain(/^title: .*$/m.exec(bare)?.[0]);
  }
});

test('withOneChanged() changes the text of one learning', () => {
  const changed = withOneChanged(learnings);
  expect(changed.filter((learning, at) => learning !== learnings[at])).toHaveLength(1);
  expect(changed.map(({ title }) => title)).toEqual(learnings.map(({ title }) => title));
});
