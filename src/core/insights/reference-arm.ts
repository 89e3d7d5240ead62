import type { ArmCounts } from './arm-counts.ts';

/**
 * Reference arm – the one that the others are compared with.
 * Definition: the hold-out or old way (the largest, if there are several), else the first by name: size differs by
 * chance, and a reference that changes with it would turn the sign of the result.
 * Source: this portal.
 * Empty case: null without arms.
 * @example referenceArm([]) // => null
 */
export function referenceArm(arms: readonly ArmCounts[]): ArmCounts | null {
  const controls = arms.filter(({ isControl }) => isControl);
  const byName = (a: ArmCounts, b: ArmCounts) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  const ordered =
    controls.length > 0
      ? controls.sort((a, b) => (b.recipients ?? 0) - (a.recipients ?? 0) || byName(a, b))
      : [...arms].sort(byName);
  return ordered[0] ?? null;
}
