import type { InsightEntry } from '#data/insights.ts';

/** Learnings on one page of a list: about three screens of a laptop, and a page that a phone opens at once. */
export const LEARNINGS_PER_PAGE = 40;

/** One page of a list of learnings. */
export interface InsightPage {
  /** 1 for the first. */
  number: number;
  /** How many pages the list has; 1 without a single learning. */
  pages: number;
  /** Of this page. */
  insights: InsightEntry[];
  /** Of the whole list. */
  total: number;
}

/** A list of learnings cut into pages, drafts last; an empty list is one empty page. */
export function insightPages(filed: readonly InsightEntry[]): InsightPage[] {
  const insights = draftsLast(filed);
  const pages = Math.max(1, Math.ceil(insights.length / LEARNINGS_PER_PAGE));
  return Array.from({ length: pages }, (_, index) => ({
    number: index + 1,
    pages,
    insights: insights.slice(index * LEARNINGS_PER_PAGE, (index + 1) * LEARNINGS_PER_PAGE),
    total: insights.length,
  }));
}

/** Where a page of a list stands: the first at the list's own address. */
export function pageAddress(base: string, number: number): string {
  return number === 1 ? base : `${base}page/${number}/`;
}

/** Learnings that have a heading of their own in a list. */
export interface InsightSection {
  /** Null for learnings without a day, and for drafts. */
  year: string | null;
  isDraft: boolean;
  insights: InsightEntry[];
}

/** The learnings of a page, year by year; those without a day come after them, and drafts of any year last. */
export function bySection(insights: readonly InsightEntry[]): InsightSection[] {
  const sections = Map.groupBy(insights, (insight) =>
    isDraft(insight) ? 'draft' : (insight.date?.slice(0, 4) ?? ''),
  );
  return [...sections].map(([id, filed]) => ({
    year: id === 'draft' || id === '' ? null : id,
    isDraft: id === 'draft',
    insights: filed,
  }));
}

/** Nobody has said yet what there is to learn from it. */
export function isDraft({ story }: Pick<InsightEntry, 'story'>): boolean {
  return story?.status === 'draft';
}

/** Learnings in the order of their lists: what is told before what is still to be written, else as they come. */
export function draftsLast<Entry extends Pick<InsightEntry, 'story'>>(
  insights: readonly Entry[],
): Entry[] {
  return [
    ...insights.filter((insight) => !isDraft(insight)),
    ...insights.filter((insight) => isDraft(insight)),
  ];
}
