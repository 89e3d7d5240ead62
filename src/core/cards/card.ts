import type { Face } from '#core/schemas/persona.ts';

/** Raised when the drawing changes: part of every cache key and address of a card. */
export const CARD_TEMPLATE_VERSION = 2;

export type CardKind = 'persona' | 'insight' | 'kpi' | 'page';

/** A social card as data: what it says. How it looks is `cardElement`'s, which pixels it has `renderCard`'s. */
export interface Card {
  kind: CardKind;
  /** What this is, above the title: "Portrait". */
  kicker: string;
  title: string;
  /** One or two sentences under the title. */
  lines: string[];
  /** The one figure to remember, set large; null where there is none. */
  badge: CardBadge | null;
  /** Whom it shows; the figure then stands beside the words. */
  face?: CardFace;
  /** Whose it is and when it stood: company, day. */
  footer: { left: string; right: string };
}

/** A figure, what it counts, and what to mind about it. */
export interface CardBadge {
  value: string;
  label: string;
  caution?: string;
}

/** A drawn face, on the ground that it has everywhere. */
export interface CardFace {
  id: string;
  drawn: Face;
  /** Which of the six colours of Portraits: 1 to 6. */
  tone: number;
  isStriped: boolean;
}

/** What every card is told about the portal. */
export interface CardPortal {
  company: string;
  /** "As of 31 December 2025". */
  asOf: string;
}
