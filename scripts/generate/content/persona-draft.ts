import { draftStory } from '#core/personas/draft-story.ts';
import type { Persona, PersonaStory } from '#core/schemas/persona.ts';
import type { ContentFile } from './content-file.ts';
import { draftMdx } from './draft-mdx.ts';

const LONGEST_NAME = 60;

/** The drafted story of a Portrait: people's file from then on. */
export function personaDraft(persona: Persona, essence: string): ContentFile {
  const frontmatter: Omit<PersonaStory, 'drafted'> = {
    // A cut through a pair of code units would leave half a character.
    name: persona.workingName.slice(0, LONGEST_NAME).replace(/[\uD800-\uDBFF]$/, ''),
    essence,
  };
  return {
    path: `personas/${persona.id}.mdx`,
    kind: 'draft',
    text: draftMdx(frontmatter, draftStory(persona.facts, persona.breakdowns)),
  };
}
