import type { Random } from './random.ts';

export interface Voucher {
  /** Empty: none was used. */
  code: string;
  /** 0–1 of the goods. */
  rate: number;
}

const NONE: Voucher = { code: '', rate: 0 };
const WELCOME: Voucher = { code: 'WELCOME10', rate: 0.1 };
const GOODWILL: Voucher = { code: 'GOODWILL100', rate: 1 };
const CODES: readonly (readonly [Voucher, number])[] = [
  [{ code: 'VOUCHER25', rate: 0.25 }, 34],
  [{ code: 'VOUCHER20', rate: 0.2 }, 36],
  [{ code: 'WEEKEND15', rate: 0.15 }, 18],
  [{ code: 'CLEAROUT30', rate: 0.3 }, 12],
];

/** `share`: how often this customer uses one. New customers get a welcome; a few orders are made good for free. */
export function drawVoucher(random: Random, share: number, isFirst: boolean): Voucher {
  if (random.chance(0.003)) return GOODWILL;
  if (random.chance(share)) return random.weighted(CODES);
  return isFirst && random.chance(0.06) ? WELCOME : NONE;
}
