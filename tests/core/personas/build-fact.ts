import type { Fact, Unit } from '#core/schemas/fact.ts';

const head = {
  unit: 'ratio' as Unit,
  n: 100,
  period: { from: '2025-01-01', to: '2025-12-31' },
  asOf: '2025-12-31',
  sources: ['orders'],
  formula: 'as defined',
};

/** A valid fact with a number that is exactly known. */
export function numberFact(id: string, value: number, unit: Unit = 'ratio'): Fact {
  return rangedFact(id, value, [value, value], unit);
}

/** A valid fact with a number of which nobody can say how sure it is. */
export function unsureFact(id: string, value: number, unit: Unit = 'ratio'): Fact {
  return { ...head, id, label: id, unit, status: 'ok', value };
}

/** A valid fact with a number that so few people decide that no interval can be had. */
export function fewPeopleFact(id: string, value: number, unit: Unit = 'ratio'): Fact {
  return { ...head, id, label: id, unit, status: 'ok', value, intervalUnknown: true };
}

export function textFact(id: string, value: string): Fact {
  return { ...head, id, label: id, unit: 'text', status: 'ok', value };
}

export function suppressedFact(id: string): Fact {
  return { ...head, id, label: id, status: 'suppressed', value: null, reason: 'Too few people' };
}

/** A valid fact with a number and what it lies between. */
export function rangedFact(
  id: string,
  value: number,
  [low, high]: readonly [number, number],
  unit: Unit = 'ratio',
): Fact {
  const interval = { low, high, level: 0.95, method: 'Wilson score' };
  return { ...head, id, label: id, unit, status: 'ok', value, interval };
}
