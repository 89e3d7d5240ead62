import { draftStory } from '#core/personas/draft-story.ts';
import { personaEssence } from '#core/personas/persona-essence.ts';
import { isOfTable, tableEssence } from '#core/personas/table-facts.ts';
import type { Persona, PersonaStory } from '#core/schemas/persona.ts';
import type { ContentFile } from './content-file.ts';
import { draftMdx, uneditedDraft } from './draft-mdx.ts';
import { invitation } from './invitation.ts';

const LONGEST_NAME = 60;

/** Where no sentence holds: other tools bring traits that only people can put into words. */
const UNTOLD: Record<Persona['origin'], string> = {
  'persona-statistics': [
    'These figures come from another tool.',
    invitation('Say what they mean for us: somebody who knows these customers can.'),
  ].join('\n\n'),
  segmentation: 'There are too few of them at present to say how they buy.',
  rule: [
    'There are too few of them at present to say how they buy.',
    invitation('Say who they are: somebody who knows these customers can.'),
  ].join('\n\n'),
  written: invitation('Say who this is.'),
};

/** Columns of a table are anybody's: what they mean, only people can say. */
const UNTOLD_TABLE = [
  'They were found by what the customer table says of them. The figures are the columns in which they differ most from everybody else.',
  invitation(
    'Say what these columns mean, and who this is: somebody who knows these customers can.',
  ),
].join('\n\n');

/** Where the story of a Portrait stands. */
export function draftPath({ id }: Pick<Persona, 'id'>): string {
  return `personas/${id}.mdx`;
}

/**
 * The drafted story of a Portrait: people's file from then on. While it is the program's, what it says stays as long as it
 * holds.
 *
 * @param present the text that stands there; null where there is none
 */
export function personaDraft(persona: Persona, present: string | null): ContentFile {
  const before = uneditedDraft(present ?? '');
  const line = before?.frontmatter['essence'];
  const frontmatter: Omit<PersonaStory, 'drafted'> = {
    // A cut through a pair of code units would leave half a character.
    name: persona.workingName.slice(0, LONGEST_NAME).replace(/[\uD800-\uDBFF]$/, ''),
    essence: isOfTable(persona)
      ? tableEssence(persona)
      : personaEssence(persona.facts, typeof line === 'string' ? line : ''),
  };
  return {
    path: draftPath(persona),
    kind: 'draft',
    text: draftMdx(frontmatter, storyOf(persona, before?.body ?? '')),
  };
}

/** Of columns no sentence can be drafted; what roles can do is said all the same. */
function storyOf(persona: Persona, before: string): string {
  const story = draftStory(persona.facts, persona.breakdowns, before);
  if (isOfTable(persona)) return [UNTOLD_TABLE, story].filter((part) => part !== '').join('\n\n');
  return story || UNTOLD[persona.origin];
}
