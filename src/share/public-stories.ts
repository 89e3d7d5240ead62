import { wordsOf } from '#core/language/words-of.ts';
import type { Card, CardPortal } from '#core/cards/card.ts';
import { insightCard } from '#core/cards/insight-card.ts';
import { pageCard } from '#core/cards/page-card.ts';
import { personaCard } from '#core/cards/persona-card.ts';
import type { InsightEntry } from '#data/insights.ts';
import type { PersonaEntry } from '#data/personas.ts';
import type { Portal } from '#data/portal.ts';
import { isPublicFact } from './is-public-fact.ts';
import { PUBLIC_TYPES, storyAddress } from './public-address.ts';

/** An approved story, with everything that its public page and its card say. */
export interface PublicStory {
  type: (typeof PUBLIC_TYPES)[keyof typeof PUBLIC_TYPES];
  id: string;
  /** Of its page. */
  address: string;
  /** What it is, above the title. */
  kicker: string;
  title: string;
  sentence: string;
  document: (PersonaEntry | InsightEntry)['document'];
  /** Which of the six colours stands behind the face; null where the story is about no single Portrait. */
  tone: number | null;
  card: Card;
}

/** The approved stories: first who the customers are, then what was learned. */
export function publicStories(portal: Portal): PublicStory[] {
  return [
    ...portal.personas.map((persona) => personaStory(persona, portal)),
    ...portal.insights.map((insight) => insightStory(insight, portal)),
  ];
}

/** A few more than fit a row tire whoever has just read one. */
const MOST_AFTER = 3;

/** What to read after a story: the next ones, and after the last the first again. */
export function storiesAfter<Story>(story: Story, stories: readonly Story[]): Story[] {
  const at = stories.indexOf(story);
  return [...stories.slice(at + 1), ...stories.slice(0, at)].slice(0, MOST_AFTER);
}

/** The card of the public home page. */
export function homeCard({ config: { company }, formats }: Portal): Card {
  return pageCard(
    { title: company.name, sentence: company.sentence ?? wordsOf(formats).cards.home },
    formats,
    signature(company.name),
  );
}

function personaStory(persona: PersonaEntry, { config, formats }: Portal): PublicStory {
  const { id, name, document, tone, figures } = persona;
  const sentence = persona.essence ?? '';
  const telling = figures?.distinguishing.map(({ fact }) => fact) ?? [];
  const fact = figures?.facts.find((one) => one.id === telling[0] && isPublicFact(one)) ?? null;
  return {
    type: PUBLIC_TYPES.personas,
    id,
    address: storyAddress(PUBLIC_TYPES.personas, id),
    kicker: wordsOf(formats).stories.portrait,
    title: name,
    sentence,
    document,
    tone,
    card: personaCard({ name, essence: sentence }, fact, formats, signature(config.company.name)),
  };
}

function insightStory(insight: InsightEntry, { config, formats }: Portal): PublicStory {
  const { id, title, story, document } = insight;
  // Not the entry's summary: where nobody wrote one, that is the result's sentence, which holds figures.
  const sentence = story?.summary ?? '';
  const words = { title, ...(sentence ? { summary: sentence } : {}) };
  return {
    type: PUBLIC_TYPES.insights,
    id,
    address: storyAddress(PUBLIC_TYPES.insights, id),
    kicker: wordsOf(formats).stories.learning,
    title,
    sentence,
    document,
    tone: null,
    card: insightCard(
      { ...words, kind: story?.kind ?? 'story', date: insight.date ?? '' },
      null,
      formats,
      signature(config.company.name),
    ),
  };
}

/** The day of the figures is inside knowledge. */
function signature(company: string): CardPortal {
  return { company, asOf: '' };
}
