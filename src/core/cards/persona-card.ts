import { wordsOf } from '#core/language/words-of.ts';
import { formatFact } from '#core/format/format-fact.ts';
import type { Formats } from '#core/format/formats.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { PersonaStory } from '#core/schemas/persona.ts';
import type { Card, CardPortal } from './card.ts';
import { figureBadge } from './figure-badge.ts';

/**
 * Persona card – a Portrait at a glance: name, essence, and the fact that sets it apart.
 * Empty case: without a fact, or with a suppressed one, the card has no figure.
 * @example personaCard({ name: 'The gift giver', essence: 'She buys for others.' }, null, { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }, { company: 'Tarn', asOf: '1 May 2026' }).lines // => ['She buys for others.']
 */
export function personaCard(
  story: Pick<PersonaStory, 'name' | 'essence'>,
  fact: Fact | null,
  formats: Formats,
  portal: CardPortal,
): Card {
  return {
    kind: 'persona',
    kicker: wordsOf(formats).portrait.label,
    title: story.name,
    lines: [story.essence],
    badge: figureBadge(fact, (one) => formatFact(one, formats)),
    footer: { left: portal.company, right: portal.asOf },
  };
}
