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

  const insight = (head: string): string[] =>
    problems('insights/a.mdx', `---\n${head}\nkind: story\ndate: 2026-03-01\n---\n\nWords\n`);

  test.each([
    ['title: No end: two', 'line 2, column "14": found a second colon in "title"; expected quotes'],
    ['title: "Fit" first', 'line 2, column "8": found quotes that do not enclose the whole text'],
    ['title: "Fit first', 'line 2, column "8": found quotes that do not enclose the whole text'],
    ['title: *Fit* first', 'line 2, column "8": found "*" at the beginning of "title"; expected'],
    ['title: [Fit first', 'line 2, column "8": found "[" at the beginning of "title"; expected a'],
    ['title: - Fit', 'line 2, column "8": found "-" at the beginning of "title"; expected quotes'],
    ['title:Fit', 'line 2, column "7": found no space after "title:"; expected one: title: …'],
    ['title: Fit\ntitle: Cut', 'line 3, column "1": found "title" a second time; expected each'],
    ['title: Fit\n\towner: Ada', 'line 3, column "1": found a tab; expected spaces'],
    ['title: Fit\n  owner: Ada', 'line 3, column "1": found a field that begins with spaces'],
    ['title: Fit\nand more words', 'line 3, column "1": found a line that is no field; expected'],
  ])('says in plain words what is wrong with %j', (head, expected) => {
    expect(insight(head)).toEqual([expect.stringContaining(`insights/a.mdx, ${expected}`)]);
  });

  test('says where the fields of a text end without a line of ---', () => {
    const text = '---\ntitle: Fit\ntags:\n  - fit\n\n## What we learned\n\nMuch.\n';
    expect(problems('insights/a.mdx', text)).toEqual([
      'insights/a.mdx, line 5, column "1": found no line of --- below the fields; expected one before the text begins',
    ]);
  });

  test('says how long a name may be', () => {
    const text = `---\nname: ${'n'.repeat(61)}\nessence: B\n---\n\nWords\n`;
    expect(problems('personas/a.mdx', text)).toEqual([
      'personas/a.mdx, line 2, column "name": found text, 61 characters; expected at most 60 characters',
    ]);
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
