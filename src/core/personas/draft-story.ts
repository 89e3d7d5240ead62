import type { Fact } from '#core/schemas/fact.ts';
import type { Breakdown } from '#core/schemas/persona.ts';
import { chosenSentences, type Stands } from './chosen-sentence.ts';
import { OF_ANYBODY, ROLE_SENTENCES } from './role-sentences.ts';
import { saidSentences } from './said-sentences.ts';
import { claimBlock, type StorySentence } from './story-sentence.ts';
import { STORY_SECTIONS } from './story-sections.ts';
import { isPicture } from './split-picture.ts';

/** A role reads a glance, not a page. */
const MOST_SENTENCES_A_ROLE = 2;

/**
 * The drafted story of a Portrait – a text that a packer understands, every number in it a Fact, every sentence a
 * Claim. Definition: of each slot the first sentence that can be said, by section, unless all its figures were told
 * before; a section in which nothing can be said is left out. What holds for anybody is said to a role only where
 * nothing else can be. What stands in the draft already stays as long as `chosenSentence` lets it. MDX of our own words
 * only. Source: docs/features.md. Without facts: empty.
 *
 * @param before the draft that stands there, empty if there is none
 * @example draftStory([], []) // => ''
 */
export function draftStory(
  facts: readonly Fact[],
  breakdowns: readonly Breakdown[],
  before = '',
): string {
  const stands: Stands = ({ when, text }) =>
    before.includes(`when="${when}"`) && before.includes(text);
  const told = new Set<string>();
  const sections = STORY_SECTIONS.flatMap(({ title, slots, charts }) => {
    const blocks = saidSentences(slots, facts, told, stands).map(claimBlock);
    if (blocks.length === 0) return [];
    return [
      ...(title === null ? [] : [`## ${title}`]),
      ...blocks,
      ...charts.filter((id) => canBeDrawn(id, breakdowns)).map((id) => `<Chart id="${id}" />`),
    ];
  });
  const roles = ROLE_SENTENCES.flatMap(({ role, sentences }) => {
    const blocks = roleSentences(sentences, facts, stands).map(claimBlock);
    return blocks.length === 0
      ? []
      : [`<ForRole role="${role}">\n${blocks.map(indented).join('\n\n')}\n</ForRole>`];
  });
  return [...sections, ...(roles.length > 0 ? ['## What this means for me', ...roles] : [])].join(
    '\n\n',
  );
}

function roleSentences(
  sentences: readonly StorySentence[],
  facts: readonly Fact[],
  stands: Stands,
): StorySentence[] {
  const chosen = (some: readonly StorySentence[]) =>
    chosenSentences(some, facts, stands, MOST_SENTENCES_A_ROLE);
  const own = chosen(sentences.filter(({ when }) => when !== OF_ANYBODY));
  return own.length > 0 ? own : chosen(sentences);
}

function canBeDrawn(id: string, breakdowns: readonly Breakdown[]): boolean {
  return breakdowns.some((one) => one.id === id && isPicture(one));
}

function indented(block: string): string {
  return block
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
