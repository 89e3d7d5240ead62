import type { Channel, CustomerKind } from './customer-kinds.ts';
import type { Category } from './product-ranges.ts';
import type { Random } from './random.ts';

/** What one customer makes of the habits of the kind. */
export interface Individual {
  categories: readonly (readonly [Category, number])[];
  channels: readonly (readonly [Channel, number])[];
  lines: number;
  extraPieces: number;
  priceLevel: number;
  premiumDenim: number;
  vouchers: number;
  returns: number;
  gifts: number;
}

/** Draws an individual around the kind: nobody is the average, few are far from it. */
export function drawIndividual(random: Random, kind: CustomerKind): Individual {
  return {
    categories: perturb(random, kind.categories, kind.looseness),
    channels: perturb(random, kind.channels, 0.25),
    lines: kind.lines * random.factor(0.12),
    extraPieces: kind.extraPieces * random.factor(0.25),
    priceLevel: clamp(random.normal(kind.priceLevel, 0.09)),
    premiumDenim: clamp(random.normal(kind.premiumDenim, 0.04)),
    vouchers: clamp(random.normal(kind.vouchers, 0.04)),
    returns: clamp(kind.returns * random.factor(0.2)),
    gifts: clamp(random.normal(kind.gifts, 0.05)),
  };
}

/** Multiplies each weight by a factor of its own; the sum stays 1. */
function perturb<Key extends string>(
  random: Random,
  shares: Partial<Record<Key, number>>,
  looseness: number,
): (readonly [Key, number])[] {
  const entries = Object.entries<number | undefined>(shares) as [Key, number][];
  const moved = entries.map(([key, share]) => [key, share * random.factor(looseness)] as const);
  const sum = moved.reduce((total, [, share]) => total + share, 0);
  return moved.map(([key, share]) => [key, share / sum] as const);
}

function clamp(share: number): number {
  return Math.min(0.995, Math.max(0, share));
}
