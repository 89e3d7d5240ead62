import { mdxToMdast } from 'satteri';
import { expect, test } from 'vitest';
import { planEntry } from '#scripts/new/plan-entry.ts';
import { writtenParts } from '../../src/markdown/written-parts.ts';

/** What a reader sees of a text, by kind. */
function shown(source: string): string[] {
  const root = writtenParts(mdxToMdast(source, { position: false }));
  return 'children' in root ? root.children.map(({ type }) => type) : [];
}

test('writtenParts() leaves out headings without a text below, and examples', () => {
  expect(shown('## A\n\n## B\n\nText.\n\n### C\n\n## D\n\n```mdx\n<Fact is="a" />\n```\n')).toEqual(
    ['heading', 'paragraph'],
  );
  expect(shown('## A\n\n### B\n\nText.\n\n```\n1\n```\n')).toEqual([
    'heading',
    'heading',
    'paragraph',
    'code',
  ]);
});

test('writtenParts() leaves nothing of a template', () => {
  for (const kind of ['insight', 'persona', 'kpi'] as const) {
    const { text } = planEntry(kind, 'Ada', new Date(2026, 2, 7));
    expect(shown(text.replace(/^---[\s\S]*?^---$/m, ''))).toEqual([]);
  }
});
