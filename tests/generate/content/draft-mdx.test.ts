import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { draftMdx, isUneditedDraft } from '#generate/content/draft-mdx.ts';

const BODY =
  'They spend *well*.\n\n- one\n- two\n\n<Claim when="orders > 3">\n  They come back.\n</Claim>\n';
const draft = draftMdx({ title: 'A first order', tags: ['gift'] }, BODY);

describe('draftMdx()', () => {
  test('draftMdx() keeps hostile text as text in the frontmatter', () => {
    const title = '{process.exit()} --- "quoted": #1\n<script>alert(1)</script>';
    const [, frontmatter = ''] = draftMdx({ title }, BODY).split(/^---$/m);
    expect(parse(frontmatter)).toMatchObject({ title });
  });

  test('draftMdx() leaves undefined fields out', () => {
    expect(draftMdx({ title: 'A', owner: undefined }, BODY)).not.toContain('owner');
  });
});

describe('isUneditedDraft()', () => {
  test('isUneditedDraft() recognises what draftMdx() wrote', () => {
    expect(isUneditedDraft(draft)).toBe(true);
  });

  test.each([
    ['list markers', draft.replace('- one\n- two', '* one\n* two')],
    ['Windows line ends', draft.replaceAll('\n', '\r\n')],
    ['quotes in the frontmatter', draft.replace('title: A first order', 'title: "A first order"')],
    ['another emphasis sign', draft.replace('*well*', '_well_')],
    ['blank lines', draft.replace('- one', '\n\n- one')],
  ])('isUneditedDraft() ignores a change of form: %s', (_, text) => {
    expect(isUneditedDraft(text)).toBe(true);
  });

  test.each([
    ['a word', draft.replace('well', 'badly')],
    ['a title', draft.replace('A first order', 'The first order')],
    ['a condition', draft.replace('orders > 3', 'orders > 4')],
    ['a removed frontmatter', BODY],
    ['broken YAML', draft.replace('title: A', 'title: "A')],
    ['broken MDX', draft.replace('</Claim>', '')],
  ])('isUneditedDraft() sees an edit: %s', (_, text) => {
    expect(isUneditedDraft(text)).toBe(false);
  });
});
