/** Sums over the customers who bought in the window before: what they brought then, and in the window. */
export interface RetentionSums {
  /** Customers who bought in the window before. */
  customers: number;
  /** Of these, who bought again in the window. */
  kept: number;
  /** Their net revenue then and now. */
  before: number;
  after: number;
  /** The smaller of then and now, customer by customer. */
  lesser: number;
  beforeCents: number;
  afterCents: number;
  beforeCentsSquared: number;
  afterCentsSquared: number;
  beforeTimesAfterCents: number;
}

export const NOBODY_BEFORE = 'Nobody whom we know bought in the twelve months before';
export const NO_REVENUE_BEFORE =
  'The customers of the twelve months before brought no revenue then';
