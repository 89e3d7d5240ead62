import type { Fact } from '#core/schemas/fact.ts';
import type { Breakdown } from '#core/schemas/persona.ts';
import { ROLE_SENTENCES } from './role-sentences.ts';
import { canBeSaid, claimBlock, type StorySentence } from './story-sentence.ts';
import { HOW_THEY_BUY, IN_THE_BOX, OPENING, SENT_BACK } from './story-sections.ts';

/** A role reads a glance, not a page. */
const MOST_SENTENCES_A_ROLE = 2;

/**
 * The drafted story of a Portrait – a text that a packer understands, every number in it a Fact, every sentence a
 * Claim. Definition: the sentences whose claim holds and whose facts can be shown, by section; a section in which
 * nothing can be said is left out. MDX of our own words only. Source: docs/features.md. Without facts: empty.
 *
 * @example draftStory([], []) // => ''
 */
export function draftStory(facts: readonly Fact[], breakdowns: readonly Breakdown[]): string {
  const said = (sentences: readonly StorySentence[]): string[] =>
    sentences.filter((sentence) => canBeSaid(sentence, facts)).map(claimBlock);
  const chart = (id: string): string[] =>
    breakdowns.some(
      (breakdown) => breakdown.id === id && breakdown.rows.some(({ share }) => share !== null),
    )
      ? [`<Chart id="${id}" />`]
      : [];
  const roles = ROLE_SENTENCES.flatMap(({ role, sentences }) => {
    const blocks = said(sentences).slice(0, MOST_SENTENCES_A_ROLE);
    return blocks.length === 0
      ? []
      : [`<ForRole role="${role}">\n${blocks.map(indented).join('\n\n')}\n</ForRole>`];
  });
  return [
    ...said(OPENING),
    ...section('How they buy', said(HOW_THEY_BUY), chart('months')),
    ...section('What is in the box', said(IN_THE_BOX), chart('categories')),
    ...section('What they send back', said(SENT_BACK), []),
    ...section('What this means for me', roles, []),
  ].join('\n\n');
}

function section(title: string, blocks: string[], after: string[]): string[] {
  return blocks.length === 0 ? [] : [`## ${title}`, ...blocks, ...after];
}

function indented(block: string): string {
  return block
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
