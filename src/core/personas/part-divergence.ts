/** Less than so many times the share of all customers sets nobody apart. */
export const SMALLEST_LIFT = 1.25;

/**
 * How much a part sets a Portrait apart – a third by phone says more than a hundredth, and more where few others call.
 * Definition: what the part adds to the Kullback–Leibler divergence from all customers, share × ln(share ÷ share of all);
 * 0 where it is less than 1.25 times as large. Source: Kullback and Leibler (1951), On Information and Sufficiency.
 * No such part among all customers: times is no number, and the divergence 0.
 *
 * @param times share ÷ share of all customers
 * @example partDivergence(0.5, 2) // => 0.34657359027997264
 * @example partDivergence(0.5, 1.1) // => 0
 */
export function partDivergence(share: number, times: number): number {
  return times >= SMALLEST_LIFT ? share * Math.log(times) : 0;
}
