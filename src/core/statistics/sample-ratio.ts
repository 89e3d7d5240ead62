import { chiSquarePValue } from './chi-square-p-value.ts';

/** Below this, a split by chance is not believed: one false alarm in a thousand campaigns. */
const MISMATCH_P_VALUE = 0.001;

/** Plans that people make: twentieths (10 : 90, 25 : 75) and sixths (1 : 2). */
const PLAN_STEPS = [20, 6];

export interface SampleRatio {
  /** The shares that the split was tested against. */
  shares: number[];
  /** `equal`, or `assumed` when the split fits another simple plan that the export does not state. */
  plan: 'equal' | 'assumed';
  pValue: number;
  mismatch: boolean;
}

/**
 * Sample ratio – whether the sizes of a campaign's arms can come from splitting people at random.
 * Definition: chi-square test against equal shares; exports do not state the plan, so where equal shares do not fit,
 * the nearest shares in twentieths or sixths are tried. Mismatch: no plan reaches p ≥ 0.001.
 * Source: Fabijan et al., "Diagnosing Sample Ratio Mismatch in Online Controlled Experiments", KDD 2019 (the test and
 * its threshold); the assumed plan is this portal's own.
 * Empty case: null with fewer than two arms or an empty one.
 * @example sampleRatio([500, 500])?.mismatch // => false
 */
export function sampleRatio(counts: readonly number[]): SampleRatio | null {
  if (counts.length < 2 || counts.some((count) => count <= 0)) return null;
  const equal = counts.map(() => 1 / counts.length);
  const tried = [
    { shares: equal, plan: 'equal' as const },
    ...PLAN_STEPS.map((steps) => ({
      shares: nearestShares(counts, steps),
      plan: 'assumed' as const,
    })),
  ].flatMap(({ shares, plan }) => {
    const pValue = shares && chiSquarePValue(counts, shares);
    return shares && pValue !== null ? [{ shares, plan, pValue: pValue ?? 0 }] : [];
  });
  const fitting = tried.find(({ pValue }) => pValue >= MISMATCH_P_VALUE);
  const chosen = fitting ?? tried[0];
  return chosen ? { ...chosen, mismatch: fitting === undefined } : null;
}

function nearestShares(counts: readonly number[], steps: number): number[] | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const parts = counts.map((count) => Math.round((count / total) * steps));
  const whole = parts.reduce((sum, part) => sum + part, 0) === steps;
  return whole && parts.every((part) => part > 0) ? parts.map((part) => part / steps) : null;
}
