/**
 * Pager numbers – the pages that a list offers: first, last, and those around the page that is shown.
 * Definition: null where more than one is left out.
 * Empty case: a list of one page offers that one.
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
