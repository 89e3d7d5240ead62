/** One arm of a campaign as exports state it; null: not exported. */
export interface ArmCounts {
  id: string;
  name: string;
  /** The hold-out or the old way. */
  isControl: boolean;
  recipients: number | null;
  delivered: number | null;
  opens: number | null;
  clicks: number | null;
  orders: number | null;
  revenue: number | null;
  unsubscribes: number | null;
  complaints: number | null;
}

/** What was counted in arms and can be compared as a rate. */
export type CountedEvent = 'orders' | 'clicks' | 'opens' | 'unsubscribes' | 'complaints';

/** People a rate is taken over: one base for all arms of a campaign. */
export type RateBase = 'delivered' | 'recipients';

/**
 * Rate base – over whom the rates of a campaign are taken.
 * Definition: messages delivered, as mail tools do; people assigned, where an arm's delivered is missing or 0 (a
 * hold-out gets no message, and comparing it with those who could be reached would flatter the message).
 * Source: intention to treat; Gerber & Green, Field Experiments (2012), 5.
 * Empty case: no arms give `delivered`.
 * @example rateBase([{ delivered: 990 }, { delivered: null }]) // => 'recipients'
 */
export function rateBase(arms: readonly Pick<ArmCounts, 'delivered'>[]): RateBase {
  return arms.every(({ delivered }) => delivered !== null && delivered > 0)
    ? 'delivered'
    : 'recipients';
}
