import { expect, test } from 'vitest';
import { draftStory } from '#core/personas/draft-story.ts';
import { statementsOf } from '../../src/components/statements-of.ts';
import { rangedFact } from '../core/personas/build-fact.ts';

const FACTS = [rangedFact('giftShare', 0.6, [0.5, 0.7]), rangedFact('returnRate', 0.2, [0.1, 0.3])];
const TEXT = `---
name: The Grandparent
---

They live far away.

<Claim when="giftShare >= 0.3">
  Much of it is for somebody else, *always* wrapped: <Fact is="giftShare" />.
</Claim>

<ForRole role="packing">
  <Claim when="returnRate > 0.5">
    Most of it comes back.
  </Claim>
</ForRole>

<Claim when="returnRate >= 0.2 and callsPerYear > 3">
  They call often.
</Claim>
`;

test('statementsOf() judges every Claim of a text, and leaves what is no Claim alone', () => {
  const words = { fact: () => '60%', name: () => '' };
  const found = statementsOf(TEXT, FACTS, words);
  expect(
    found.map(({ text, judgement, facts }) => [text, judgement, facts.map(({ id }) => id)]),
  ).toEqual([
    ['Much of it is for somebody else, always wrapped: 60%.', 'supported', ['giftShare']],
    ['Most of it comes back.', 'not-supported', ['returnRate']],
    ['They call often.', 'undecided', ['returnRate']],
  ]);
});

test('statementsOf() leaves out what the program drafted of the same figures, not what people changed in it', () => {
  const draft = draftStory(FACTS, []);
  const words = { fact: () => '60%', name: () => '' };
  const claims = draft.split('<Claim').length - 1;
  expect(claims).toBeGreaterThan(0);
  expect(statementsOf(draft, FACTS, words)).toEqual([]);
  const edited = draft.replace('</Claim>', 'We saw it ourselves.\n</Claim>');
  expect(statementsOf(edited, FACTS, words)).toHaveLength(1);
});
