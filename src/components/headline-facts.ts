import type { Fact } from '#core/schemas/fact.ts';
import { howOften } from './how-often.ts';

const MOST = 4;

/** The facts of these ids that have a figure, though it may be out of date, which stands beside it then. */
export function toldFacts(facts: readonly Fact[], ids: readonly string[]): Fact[] {
  const told = facts.filter(isTold);
  return ids.flatMap((id) => told.find((fact) => fact.id === id) ?? []);
}

/** The few numbers at the head of a Portrait; where another tool counted other things, its first ones. None is empty. */
export function headlineFacts(facts: readonly Fact[]): Fact[] {
  const told = facts.filter((fact) => isTold(fact) && typeof fact.value === 'number');
  const askedFirst = ['customers', 'shareOfRevenue', howOften(told), 'averageOrderValue'];
  const asked = toldFacts(told, askedFirst);
  return (asked.length > 1 ? asked : told).slice(0, MOST);
}

function isTold({ status }: Fact): boolean {
  return status === 'ok' || status === 'stale';
}
