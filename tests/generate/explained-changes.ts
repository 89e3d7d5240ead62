import { expect } from 'vitest';
import type { Segmentation } from '#core/schemas/segmentation.ts';

/**
 * Every Portrait of before is still there or retired, every new one is born, and of each something is said on the day
 * of the fit that fits what is said of the others.
 */
export function expectExplained(before: Segmentation | null, after: Segmentation): void {
  const living = idsOf(after);
  const earlier = before ? idsOf(before) : [];
  const entries = new Map(after.lineage.map((entry) => [entry.id, entry]));
  for (const id of new Set([...earlier, ...living])) {
    const entry = entries.get(id);
    const changes = (entry?.events ?? [])
      .filter(({ on }) => on === after.asOf)
      .map(({ change }) => change);
    const expected = !earlier.includes(id)
      ? ['born']
      : living.includes(id)
        ? ['same', 'merged', 'split', 'renamed']
        : ['retired'];
    expect(changes.length, `events of ${id}`).toBeGreaterThan(0);
    for (const change of changes) expect(expected, `change of ${id}`).toContain(change);
    expect(entry?.retiredOn !== undefined, `retirement of ${id}`).toBe(!living.includes(id));
  }
  // Whom one side names, the other side names too.
  for (const { id, events } of after.lineage) {
    for (const { on, change, from, into } of events) {
      for (const part of [...from, ...into])
        expect([...earlier, ...living, id], `${id} ${change} on ${on}`).toSatisfy(
          (ids: string[]) => on !== after.asOf || ids.includes(part.id),
        );
      if (on !== after.asOf || change !== 'merged') continue;
      for (const part of from) expect(living).not.toContain(part.id);
    }
  }
  // Nobody who ever lived is forgotten.
  for (const { id } of before?.lineage ?? []) expect([...entries.keys()]).toContain(id);
}

/** Ids of the Portraits that live. */
export function idsOf({ model }: Segmentation): string[] {
  return (model?.centroids ?? []).map(({ persona }) => persona);
}
