import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatGenerateError, GenerateError } from '#generate/generate-error.ts';
import { buildSite } from '#scripts/site/build-site.ts';
import { refuseBadApprovedTexts, refuseBadTexts } from '#scripts/site/refuse-bad-texts.ts';
import { writeTree } from '../../generate/content/file-tree.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const REPOSITORY = join(import.meta.dirname, '../../..');
const text = (body: string): string => `---\nname: A\nessence: B\n---\n\n${body}\n`;

test('buildSite() names file and line of every Claim that cannot be read, and begins nothing', async () => {
  const folder = temporaryFolder();
  const [content, out] = [join(folder, 'content'), join(folder, 'dist')];
  writeTree(content, {
    'personas/a.json': '{"facts":[{"id":"ordersPerYear"}]}',
    'personas/a.mdx': text('<Claim when="ordersPerYear => 9">\n  Often.\n</Claim>'),
    'personas/b.mdx': text('<Claim when="a > 1">'),
  });
  const failure: unknown = await buildSite({
    content,
    config: join(REPOSITORY, 'portal.config.ts'),
    out,
  }).catch((error: unknown) => error);
  if (!(failure instanceof GenerateError)) throw new Error('Expected a GenerateError');
  expect(failure.code).toBe('content/bad-mdx');
  expect(formatGenerateError(failure)).toMatchInlineSnapshot(`
    "Cannot build the site: 2 places in content/ cannot be published; expected texts that "npm run check" accepts
      personas/a.mdx, line 6, column "1": found <Claim when="ordersPerYear => 9"> (Cannot read claim "ordersPerYear => 9": character 15: found "="; expected a fact, a number, a comparison or "("); expected fact >= number
      personas/b.mdx, line 6, column "1": found text that cannot be read (Expected a closing tag for \`<Claim>\` (6:1)); expected Markdown with closed components; to show < or {, write \\< or \\{
    Hint: Correct the files; the former site is still in its place"
  `);
  expect(existsSync(out)).toBe(false);
});

test('refuseBadTexts() names every place of a voice: its form, and whom it names', () => {
  const content = temporaryFolder();
  const voice = 'name: Ada\ndoes: Packs\nquote: Hello.\nstory: Told.\n';
  writeTree(content, {
    'personas/a.mdx': text('Words.'),
    'voices/ada.yaml': `${voice}personas: [b]\n`,
    'voices/ben.yaml': `${voice}motto: None.\n`,
  });
  expect(() => refuseBadTexts(content)).toThrow(
    expect.objectContaining({
      issues: [
        expect.objectContaining({ file: 'voices/ben.yaml', line: 5 }),
        expect.objectContaining({ file: 'voices/ada.yaml', line: 5, found: '"b"' }),
      ],
    }),
  );
});

test('refuseBadTexts() names every field that Astro would stop at with a stack', () => {
  const content = temporaryFolder();
  writeTree(content, {
    'insights/a.mdx': '---\ntitle: No end: two\n---\n\nWords.\n',
    'personas/a.mdx': text('Words.').replace('name: A', `name: ${'A'.repeat(61)}`),
  });
  expect(() => refuseBadTexts(content)).toThrow(
    expect.objectContaining({
      code: 'content/bad-mdx',
      issues: [
        expect.objectContaining({ file: 'insights/a.mdx', line: 2, column: '14' }),
        expect.objectContaining({ file: 'personas/a.mdx', expected: 'at most 60 characters' }),
      ],
    }),
  );
});

test('refuseBadTexts() has nothing against texts as they should be, nor against no content at all', () => {
  const content = temporaryFolder();
  refuseBadTexts(content);
  writeTree(content, { 'personas/a.mdx': text('Words.'), 'notes/a.mdx': '{1}' });
  refuseBadTexts(content);
  refuseBadTexts('/no/such/folder');
});

test('refuseBadApprovedTexts() asks approved stories only: nobody else’s text is public', () => {
  const content = temporaryFolder();
  const broken = '<Fact is="none" /> and {process.exit()}';
  const approved = (body: string): string =>
    text(body).replace('essence: B\n', 'essence: B\napproved:\n  by: Ada\n  on: 2026-06-01\n');
  writeTree(content, {
    'personas/a.json': '{"facts":[]}',
    'personas/a.mdx': text(broken),
    'personas/b.mdx': approved('Words.'),
    'voices/ada.yaml': 'name: Ada\n',
  });
  refuseBadApprovedTexts(content);
  refuseBadApprovedTexts('/no/such/folder');
  writeTree(content, { 'personas/a.mdx': approved(broken) });
  expect(() => refuseBadApprovedTexts(content)).toThrow(
    expect.objectContaining({
      code: 'content/bad-mdx',
      issues: [
        expect.objectContaining({ file: 'personas/a.mdx', line: 9 }),
        expect.objectContaining({ file: 'personas/a.mdx', found: '"{process.exit()}"' }),
      ],
    }),
  );
});
