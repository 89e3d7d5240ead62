import { UnitSchema, type Unit } from '#core/schemas/fact.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';

/** A foreign unit as one of ours: multiply the tool's values by `factor`. */
export interface SnapshotUnit {
  unit: Unit;
  factor: number;
  /** False when the tool's word is not known: the number is shown bare. */
  known: boolean;
}

/** What a tool's unit means here: "%" and "percent" become ratios, a currency of the config becomes money. */
export function snapshotUnit(
  text: string,
  { currency, rates }: Pick<PortalConfig, 'currency' | 'rates'>,
): SnapshotUnit {
  const word = text.trim().toLowerCase();
  if (word === '%' || word === 'percent' || word === 'pct') {
    return { unit: 'ratio', factor: 0.01, known: true };
  }
  const code = text.trim().toUpperCase();
  if (code === currency) return { unit: 'money', factor: 1, known: true };
  const rate = rates[code];
  if (rate !== undefined) return { unit: 'money', factor: rate, known: true };
  const own = UnitSchema.options.find((option) => option.toLowerCase() === word);
  return { unit: own ?? 'count', factor: 1, known: own !== undefined };
}
