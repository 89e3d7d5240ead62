import type { Fact } from '#core/schemas/fact.ts';
import { howOften } from './how-often.ts';

const MOST = 4;

/** The few numbers at the head of a Portrait; where another tool counted other things, its first ones. None is empty. */
export function headlineFacts(facts: readonly Fact[]): Fact[] {
  const told = facts.filter(
    ({ status, value }) => (status === 'ok' || status === 'stale') && typeof value === 'number',
  );
  const askedFirst = ['customers', 'shareOfRevenue', howOften(told), 'averageOrderValue'];
  const asked = askedFirst.flatMap((id) => told.find((fact) => fact.id === id) ?? []);
  return (asked.length > 1 ? asked : told).slice(0, MOST);
}
