import type { ColumnDeclaration } from '../adapter.ts';

/** An account's own field, by patterns of its name; help desks put "Ticket Field" before it or its type behind it. */
function field(names: string): ColumnDeclaration {
  return {
    headers: [],
    headerPattern: `(?:ticketfield|ticket)?(?:${names})(?:list|mlist|txt|text|int|num|tagger)?`,
    type: 'text',
    personal: true,
  };
}

/**
 * Fields of a ticket that are not the help desk's but the account's: what it is about, the most telling first, and
 * which order it names.
 */
export const TICKET_FIELDS = {
  aiIntent: field('aiintent'),
  contactReason: field(
    '(?:contact|customer)?reason(?:forcontact)?|motivo(?:do|de|del)contac?to|kontaktgrund|motifd[eu]contact',
  ),
  topic: field('topic|category|issue|issuetype|about|subject(?:area|category)'),
  order: field('(?:shopify)?order(?:id|no|nr|name|number|ref|reference)?'),
};

/** SQL of what a ticket is about: the first filled field, its steps ("A::B") apart; else its tags. */
export function ticketTopic(tags: string): string {
  return `coalesce(replace(coalesce("aiIntent", "contactReason", topic), '::', ' › '), ${tags})`;
}
