import type { KpiEntry } from '#data/kpis.ts';
import { KPI_ORDER } from './role-order.ts';

/** A KPI on the home page. */
export interface HomeKpi<Kpi> {
  kpi: Kpi;
  /** Only for roles that it is named for: everybody else has seven, and these come to theirs. */
  isForRole: boolean;
}

/** Few enough to be remembered. */
const MOST = 7;

/**
 * The KPIs of the home page: seven for everybody, and behind them those that a role moves most, so that it finds its own
 * here, too. The first place is the widest: a figure that is still missing does not take it.
 */
export function homeKpis<Kpi extends Pick<KpiEntry, 'id' | 'current'>>(
  kpis: readonly Kpi[],
): HomeKpi<Kpi>[] {
  const isMissing = ({ current }: Kpi): boolean => typeof current.value !== 'number';
  const sorted = kpis.toSorted((left, right) => Number(isMissing(left)) - Number(isMissing(right)));
  const ofRoles = new Set(Object.values(KPI_ORDER).flat());
  return [
    ...sorted.slice(0, MOST).map((kpi) => ({ kpi, isForRole: false })),
    ...sorted
      .slice(MOST)
      .filter(({ id }) => ofRoles.has(id))
      .map((kpi) => ({ kpi, isForRole: true })),
  ];
}
