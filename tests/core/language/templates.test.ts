import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Texts between tags, in attributes that people read, and in quotes with a capital letter. */
const BETWEEN_TAGS = /(?<![=\s])[>}]([^<>{}()=;&|`'"]*\p{L}{2}[^<>{}()=;&|`'"]*)(?=<[/a-z]|\{)/gu;
const ATTRIBUTE =
  /\s(?:aria-label|title|alt|label|placeholder|description)="([^"]*\p{L}{2}[^"]*)"/gu;
const QUOTED = /(?<!import .*)['`]([A-Z]\p{L}+(?: [^'`]*)?)['`]/gu;

/** What is written on keys, what only programmers read, and classes of JavaScript. */
const UNSAID = [/^(?:Esc|Ctrl K)$/, /^Cannot /, /^(?:Fragment|Heading)$/];

/** The texts that a template brings along itself. */
function ownTexts(source: string): string[] {
  const [, frontmatter = '', markup = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(source) ?? [
    '',
    '',
    source,
  ];
  const code = withoutComments(frontmatter);
  const page = withoutComments(markup).replace(/<script\b.*?<\/script>/gs, '');
  return [
    ...[...page.matchAll(BETWEEN_TAGS), ...page.matchAll(ATTRIBUTE)],
    ...[...code.matchAll(QUOTED), ...page.matchAll(QUOTED)],
  ]
    .map(([, text = '']) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => !UNSAID.some((one) => one.test(text)));
}

function withoutComments(source: string): string {
  return source.replace(/\/\*.*?\*\//gs, '').replace(/^\s*\/\/.*$/gm, '');
}

describe('templates', () => {
  test.each(globSync('src/{pages,components,layouts,share}/**/*.astro'))(
    '%s holds no text of its own',
    (path) => {
      expect(ownTexts(readFileSync(path, 'utf8'))).toEqual([]);
    },
  );

  test.each(['src/layouts/Document.astro', 'src/share/PublicPage.astro'])(
    '%s says which way the language of its page is written',
    (path) => {
      expect(readFileSync(path, 'utf8')).toMatch(/<html[^>]*\sdir=\{writingDirection\(/);
    },
  );

  test.each([
    ['<p>Moved by {owner}</p>', 'Moved by'],
    ['<p>{change} in a year</p>', 'in a year'],
    ['<h2>\n  What came of it\n</h2>', 'What came of it'],
    ['<EmptyState title="No figures yet">', 'No figures yet'],
    ["<h2>{year ?? 'Undated'}</h2>", 'Undated'],
    ['---\nconst title = `Page ${number}`;\n---\n', 'Page ${number}'],
  ])('a text in %s would be found', (source, text) => {
    expect(ownTexts(source)).toEqual([text]);
  });
});
