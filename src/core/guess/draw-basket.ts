import { OTHER_PART } from '#core/schemas/persona.ts';
import { randomBelow, type Random } from '#core/segmentation/seeded-random.ts';
import {
  HABIT_CLUES,
  publishedNumber,
  SPLIT_CLUES,
  type Clue,
  type HabitKind,
  type PublishedFigures,
  type SplitKind,
} from './clue.ts';
import { ORDER_VALUE_SPREAD, typicalOrderValue } from './clue-likelihood.ts';

/**
 * An invented basket of a Portrait – what is in it, how and when it was ordered, for how much. Definition: each clue
 * drawn by itself from a published figure: one category or one brand, a channel, a month, gift or not, discount or not,
 * and an order value log-normal around the average, in two digits. Never an order of anybody's. Source: the Portrait's
 * own figures. What is not published is not drawn; nothing published: no clues.
 *
 * @example drawBasket({ id: 'a', facts: [], breakdowns: [], distinguishing: [] }, () => 0.5) // => []
 */
export function drawBasket(figures: PublishedFigures, random: Random): Clue[] {
  const category = drawPart(figures, 'category', random);
  const brand = drawPart(figures, 'brand', random);
  // A category and a brand drawn apart could be two that do not go together.
  const contents = [category, brand].filter((clue) => clue !== null);
  return [
    contents[randomBelow(random, contents.length)] ?? null,
    drawPart(figures, 'channel', random),
    drawPart(figures, 'month', random),
    drawHabit(figures, 'gift', random),
    drawHabit(figures, 'discount', random),
    drawOrderValue(figures, random),
  ].filter((clue) => clue !== null);
}

function drawPart(figures: PublishedFigures, kind: SplitKind, random: Random): Clue | null {
  const id = SPLIT_CLUES[kind];
  const rows = (figures.breakdowns.find((one) => one.id === id)?.rows ?? []).flatMap(
    ({ label, share }) =>
      share !== null && share > 0 && label !== OTHER_PART ? { label, share } : [],
  );
  const whole = rows.reduce((sum, { share }) => sum + share, 0);
  let left = random() * whole;
  for (const { label, share } of rows) {
    left -= share;
    if (left < 0) return { kind, part: label };
  }
  const last = rows.at(-1);
  return last ? { kind, part: last.label } : null;
}

function drawHabit(figures: PublishedFigures, kind: HabitKind, random: Random): Clue | null {
  const share = publishedNumber(figures, HABIT_CLUES[kind]);
  return share === null ? null : { kind, isSo: random() < share };
}

function drawOrderValue(figures: PublishedFigures, random: Random): Clue | null {
  const average = publishedNumber(figures, 'averageOrderValue');
  if (average === null || average <= 0) return null;
  // A normal number after Box and Muller (1958); 1 − random is never 0.
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const value = typicalOrderValue(average) * Math.exp(ORDER_VALUE_SPREAD * normal);
  return { kind: 'orderValue', value: Number(value.toPrecision(2)) };
}
