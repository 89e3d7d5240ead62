import type { Persona } from '#core/schemas/persona.ts';

/** The splits of a Portrait that a basket is drawn from, by the id of the breakdown. */
export const SPLIT_CLUES = {
  category: 'categories',
  brand: 'brands',
  channel: 'channels',
  month: 'months',
} as const;
export type SplitKind = keyof typeof SPLIT_CLUES;

/** The habits that a basket has or has not, by the id of the fact. */
export const HABIT_CLUES = { gift: 'giftShare', discount: 'discountShare' } as const;
export type HabitKind = keyof typeof HABIT_CLUES;

/** One thing that an invented basket tells. */
export type Clue =
  | { kind: SplitKind; part: string }
  | { kind: HabitKind; isSo: boolean }
  /** In major units of the portal's currency. */
  | { kind: 'orderValue'; value: number };

/** What of a Portrait's file baskets are drawn from: its published figures and nothing else. */
export type PublishedFigures = Pick<Persona, 'id' | 'facts' | 'breakdowns' | 'distinguishing'>;

/**
 * A published number of a Portrait – its gift orders, its average order value. Definition: the value of a fact that is
 * ok. Source: its file in content/. Suppressed, stale, missing or a text: null.
 *
 * @example publishedNumber({ facts: [] }, 'giftShare') // => null
 */
export function publishedNumber({ facts }: Pick<PublishedFigures, 'facts'>, id: string) {
  const fact = facts.find((one) => one.id === id);
  return fact?.status === 'ok' && typeof fact.value === 'number' ? fact.value : null;
}

/**
 * The same number of all customers – what a Portrait's is held against. Definition: the average beside what sets the
 * Portrait apart, else the number ÷ how many times the average it is. Source: the Portrait's file. Not published: null.
 *
 * @example averageNumber({ facts: [], distinguishing: [{ fact: 'giftShare', timesAverage: 5.6, average: 0.15 }] }, 'giftShare') // => 0.15
 */
export function averageNumber(
  figures: Pick<PublishedFigures, 'facts' | 'distinguishing'>,
  id: string,
): number | null {
  const compared = figures.distinguishing.find(({ fact }) => fact === id);
  if (compared?.average !== undefined) return compared.average;
  const own = publishedNumber(figures, id);
  const times = compared?.timesAverage ?? publishedNumber(figures, `${id}Times`);
  return own === null || times === null || times <= 0 ? null : own / times;
}
