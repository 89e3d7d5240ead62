import { expect, test } from 'vitest';
import { contentRules } from '#scripts/check/content-rules.ts';
import { unwrittenTexts } from '#scripts/check/unwritten-texts.ts';
import { planEntry } from '#scripts/new/plan-entry.ts';
import { KINDS, type Kind } from '#scripts/new/templates.ts';
import { writeTree } from '../../generate/content/file-tree.ts';
import { temporaryFolder } from '../temporary-folder.ts';

function contentOf(kinds: readonly Kind[], change: (text: string) => string): string {
  const folder = temporaryFolder();
  const entries = kinds.map((kind) => planEntry(kind, 'Ada', new Date(2026, 2, 7)));
  writeTree(folder, Object.fromEntries(entries.map(({ path, text }) => [path, change(text)])));
  return folder;
}

test('unwrittenTexts() names every place where a template still asks its writer, which is no fault', () => {
  const content = contentOf(KINDS, (text) => text);
  expect(contentRules(content)).toEqual([]);
  expect(unwrittenTexts(content)).toMatchInlineSnapshot(`
    [
      "insights/ada.mdx: the text is still to be written; until then its headings are not shown",
      "kpis/ada.mdx: the text is still to be written; until then its headings are not shown",
      "personas/ada.mdx, line 3: "essence" is still to be written; until then a Portrait without figures stands in no list, one with figures shows none",
      "personas/ada.mdx: the text is still to be written; until then its headings are not shown",
      "voices/ada.yaml, line 2: "does" is still to be written; until then nobody sees this voice",
      "voices/ada.yaml, line 3: "quote" is still to be written; until then nobody sees this voice",
      "voices/ada.yaml, line 4: "story" is still to be written; until then nobody sees this voice",
    ]
  `);
});

test('unwrittenTexts() has nothing to say once somebody has written', () => {
  const written = contentOf(['insight', 'persona'], (text) =>
    text
      .replace('Who they are, in one line', 'Buys for two')
      .replace('## What we did', '$&\n\nX.')
      .replace('## Who they are', '$&\n\nY.'),
  );
  expect(unwrittenTexts(written)).toEqual([]);
  expect(unwrittenTexts('content')).toEqual([]);
});
