import { expect, test } from 'vitest';
import { formatIssue } from '#generate/generate-error.ts';
import { unreadableTexts } from '#generate/content/unreadable-texts.ts';

function told(files: Record<string, string>): string[] {
  return unreadableTexts(new Map(Object.entries(files))).map(formatIssue);
}

const claim = (when: string): string =>
  `---\nname: A\nessence: B\n---\n\n<Claim when="${when}">\n  They come back.\n</Claim>\n`;

test('unreadableTexts() names file, line and what is wrong with a Claim, and not the rest of it', () => {
  const lines = told({
    'personas/b.mdx': claim('returnRate >= ann@example.com'),
    'personas/a.mdx': claim('ordersPerYear => 9'),
    'kpis/k.mdx': claim(''),
  });
  expect(lines).toMatchInlineSnapshot(`
    [
      "content/kpis/k.mdx, line 6: found a Claim with the end at character 1; expected a fact such as "ordersPerYear", "not" or "("",
      "content/personas/a.mdx, line 6: found a Claim with "=" at character 15; expected a fact, a number, a comparison or "("",
      "content/personas/b.mdx, line 6: found a Claim with "@" at character 18; expected a fact, a number, a comparison or "("",
    ]
  `);
  expect(lines.join()).not.toContain('example.com');
});

test('unreadableTexts() names the line of a component that is not closed', () => {
  expect(told({ 'insights/i.mdx': 'Words\n\n<Claim when="a > 1">\n\nWords\n' }))
    .toMatchInlineSnapshot(`
    [
      "content/insights/i.mdx, line 3: found a text that cannot be read; expected Markdown with closed components; to show < or {, write \\< or \\{",
    ]
  `);
});

test('unreadableTexts() has nothing against a Claim that can be read, nor against other files', () => {
  const fine = claim('ordersPerYear >= 9 and not returnRate > 0.2');
  expect(told({ 'personas/a.mdx': fine, 'personas/a.json': '<Claim' })).toEqual([]);
});
