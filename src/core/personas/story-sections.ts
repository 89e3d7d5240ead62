import { BASKET } from './sentences/basket.ts';
import { CALENDAR } from './sentences/calendar.ts';
import { BEGINNINGS, CHANNELS } from './sentences/channels.ts';
import { DISCOUNTS } from './sentences/discounts.ts';
import { OPENING } from './sentences/opening.ts';
import { ORDER_VALUE } from './sentences/order-value.ts';
import { RHYTHM } from './sentences/rhythm.ts';
import { SECOND_PURCHASE } from './sentences/second-purchase.ts';
import { SENT_BACK } from './sentences/returns.ts';
import type { StorySlot } from './story-slot.ts';

/** A part of a drafted story: its heading, what may be said below it, and the charts that belong there. */
export interface StorySection {
  /** Null: the opening, which has none. */
  title: string | null;
  slots: readonly StorySlot[];
  charts: readonly string[];
}

/** The drafted story in the order of a Portrait's page; notes for roles follow it. */
export const STORY_SECTIONS: readonly StorySection[] = [
  { title: null, slots: OPENING, charts: [] },
  { title: 'How often, and for how much', slots: [...RHYTHM, ...ORDER_VALUE], charts: [] },
  { title: 'What is in the box', slots: BASKET, charts: ['categories'] },
  { title: 'When and where they buy', slots: [...CALENDAR, ...CHANNELS], charts: ['months'] },
  { title: 'What they send back, and why', slots: SENT_BACK, charts: ['returnReasons'] },
  { title: 'How they came, and what brings them back', slots: BEGINNINGS, charts: [] },
  { title: 'What a discount means to them', slots: DISCOUNTS, charts: [] },
  { title: 'Their second purchase', slots: SECOND_PURCHASE, charts: [] },
];
