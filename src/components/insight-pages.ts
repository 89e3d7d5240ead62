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

/** A list of learnings cut into pages; an empty list is one empty page. */
export function insightPages(insights: readonly InsightEntry[]): InsightPage[] {
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

/**
 * The numbers that a pager offers: first, last, and those around the page; null where some are left out.
 * @example pagerNumbers(5, 9) // => [1, null, 4, 5, 6, null, 9]
 */
export function pagerNumbers(number: number, pages: number): (number | null)[] {
  const offered = [...new Set([1, number - 1, number, number + 1, pages])]
    .filter((one) => one >= 1 && one <= pages)
    .sort((a, b) => a - b);
  return offered.flatMap((one, index) => {
    const before = offered[index - 1];
    if (before === undefined || one === before + 1) return [one];
    // A single page between two is named rather than left out.
    return one === before + 2 ? [one - 1, one] : [null, one];
  });
}

/** The learnings of a page, year by year; those without a day come last. */
export function byYear(
  insights: readonly InsightEntry[],
): { year: string | null; insights: InsightEntry[] }[] {
  const years = Map.groupBy(insights, ({ date }) => date?.slice(0, 4) ?? null);
  return [...years].map(([year, filed]) => ({ year, insights: filed }));
}
