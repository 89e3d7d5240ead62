import { describe, expect, test } from 'vitest';
import { formatIssue } from '#generate/generate-error.ts';
import { checkContentFile } from '#scripts/check/check-content-file.ts';
import { contentRules } from '#scripts/check/content-rules.ts';
import { writeTree } from '../../generate/content/file-tree.ts';
import { temporaryFolder } from '../temporary-folder.ts';

function problems(path: string, text: string): string[] {
  return checkContentFile(path, text).map(formatIssue);
}

describe('checkContentFile()', () => {
  test('names every wrong field of a text with its line', () => {
    const text = `---
title: Spring
kind: mailing
date: soon
nickname: Ada
---

Words
`;
    expect(problems('insights/spring.mdx', text)).toMatchInlineSnapshot(`
      [
        "insights/spring.mdx, line 3, column "kind": found text, 7 characters; expected one of "campaign"|"analysis"|"survey"|"returns"|"feedback"|"story"",
        "insights/spring.mdx, line 4, column "date": found text, 4 characters; expected a day, YYYY-MM-DD",
        "insights/spring.mdx, line 5, column "the whole file": found the unknown field "nickname"; expected only fields of this kind of entry",
      ]
    `);
  });

  test('accepts a text as it should be', () => {
    const text = '---\ntitle: Spring\nkind: campaign\ndate: 2026-03-01\n---\n\nWords\n';
    expect(problems('insights/spring.mdx', text)).toEqual([]);
  });

  test.each([
    'dataset.json',
    'kpis/a.json',
    'personas/a.json',
    'personas/segmentation.json',
    'insights/a.json',
  ])('rejects the empty object as %s', (path) => {
    expect(problems(path, '{}')).not.toEqual([]);
  });

  test('says that a file is no JSON, has no frontmatter, or is of no known kind', () => {
    expect(problems('kpis/a.json', '{"id":')).toEqual([
      'kpis/a.json: found text that is no JSON; expected what generate wrote; run it again',
    ]);
    expect(problems('kpis/a.mdx', 'Words')).toEqual([
      'kpis/a.mdx, line 1: found no frontmatter; expected a block between two lines of ---',
    ]);
    expect(problems('kpis/a.mdx', '---\ntitle: [\n---\n')).toHaveLength(1);
    expect(problems('notes/a.mdx', 'Words')).toHaveLength(1);
  });

  test('finds an entry whose id is not its file name', () => {
    expect(problems('kpis/a.json', '{"id":"b"}')).toContain(
      `kpis/a.json, column "id": found another id; expected "a", the file's name`,
    );
  });

  test('never quotes a text', () => {
    const found = problems('kpis/a.json', '{"label":["ada@example.org"],"asOf":"ada@example.org"}');
    expect(found.join('\n')).not.toContain('ada@');
  });
});

describe('contentRules()', () => {
  test('finds what a text may not hold, together with what is wrong in its head', () => {
    const folder = temporaryFolder();
    writeTree(folder, { 'insights/spring.mdx': '---\ntitle: Spring\n---\n\n{process.exit()}\n' });
    const found = contentRules(folder).join('\n');
    expect(found).toContain('column "kind"');
    expect(found).toContain('"{process.exit()}"');
  });

  test('accepts a content folder that does not exist yet', () => {
    expect(contentRules('/no/such/folder')).toEqual([]);
  });
});
