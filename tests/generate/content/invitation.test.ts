import { expect, test } from 'vitest';
import { invitation } from '#generate/content/invitation.ts';
import { draftMdx, isUneditedDraft } from '#generate/content/draft-mdx.ts';

test('invitation() is a box of its own that leaves a draft a draft', () => {
  expect(invitation('Name the team.')).toBe(
    '<Callout title="Still to be written">\n  Name the team.\n</Callout>',
  );
  expect(isUneditedDraft(draftMdx({ title: 'T' }, invitation('Name the team.')))).toBe(true);
});
