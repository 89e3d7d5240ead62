import { describe, expect, test } from 'vitest';
import { writeTree } from '../generate/content/file-tree.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';
import { readApproved } from '../../src/share/read-approved.ts';

function approvedOf(frontmatter: string): string[] {
  const folder = temporaryFolder();
  writeTree(folder, {
    'personas/giver.mdx': `---\nname: Giver\nessence: Gives\n${frontmatter}---\n\nText\n`,
  });
  return [...readApproved(folder).personas];
}

describe('readApproved()', () => {
  test('readApproved() takes a story that says who approved it and when', () => {
    expect(approvedOf('approved: { by: Head of brand, on: 2026-06-01 }\n')).toEqual(['giver']);
  });

  test.each([
    ['nobody approved', ''],
    ['without a day', 'approved: { by: Head of brand }\n'],
    ['without a name', 'approved: { by: " ", on: 2026-06-01 }\n'],
    ['with a day that does not exist', 'approved: { by: A, on: 2026-02-30 }\n'],
    ['with "yes"', 'approved: yes\n'],
    ['with broken frontmatter', 'approved: { by: A, on: 2026-06-01\n'],
    ['with a field that does not exist', 'approved: { by: A, on: 2026-06-01 }\nsecret: 1\n'],
  ])('readApproved() leaves out a story %s', (_, frontmatter) => {
    expect(approvedOf(frontmatter)).toEqual([]);
  });

  test('readApproved() of no content finds nothing', () => {
    expect(readApproved(temporaryFolder())).toEqual({ personas: new Set(), insights: new Set() });
  });
});
