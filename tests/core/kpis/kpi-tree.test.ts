import { expect, test } from 'vitest';
import { kpiDefinitions } from '#core/kpis/index.ts';
import { type KpiBranch, kpiTree } from '#core/kpis/kpi-tree.ts';

const settings = { repeatPurchaseMonths: 12, secondPurchaseDays: 90, returnMaturityDays: 60 };
const definitions = kpiDefinitions(settings);

/** "net-revenue(return-rate~order-accuracy)": a comma apart, ~ before what only moves, | before parts of another sum. */
function drawn(branches: readonly KpiBranch[]): string {
  return branches
    .map(({ id, because, below, isRepeated }) =>
      [
        because === 'moves' ? '~' : because === 'otherPart' ? '|' : '',
        id,
        isRepeated ? '↑' : '',
        below.length > 0 ? `(${drawn(below)})` : '',
      ].join(''),
    )
    .join(', ');
}

const kpi = (id: string, ...moves: string[]) => ({ id, moves });

test('kpiTree() hangs parts and movers under net revenue', () => {
  const kpis = [...definitions.map(({ id }) => kpi(id)), kpi('care-cards', 'return-rate')];
  const { roots, loose } = kpiTree(kpis, definitions);
  expect(drawn(roots)).toBe(
    'net-revenue(average-order-value, return-rate(~order-accuracy, ~care-cards), |net-revenue-retention(~repeat-purchase-rate(~second-purchase-within-90-days, ~on-time-delivery), ~first-contact-resolution(~time-to-first-answer)))',
  );
  expect(loose).toEqual([]);
});

test('kpiTree() names definitions by ids that there are', () => {
  const ids = new Set(definitions.map(({ id }) => id));
  const named = definitions.flatMap(({ sums = [], moves = [] }) => [
    ...sums.flatMap(({ of }) => of),
    ...moves,
  ]);
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
});

test('kpiTree() shows every KPI once with its branches, whatever moves what', () => {
  const kpis = [kpi('a'), kpi('b', 'a'), kpi('c', 'a', 'b'), kpi('d', 'c'), kpi('alone')];
  const { roots, loose } = kpiTree(kpis, []);
  expect(drawn(roots)).toBe('a(~b(~c(~d)), ~c↑)');
  expect(loose).toEqual(['alone']);
});

test('kpiTree() cuts a circle where it closes', () => {
  const { roots, loose } = kpiTree([kpi('a', 'b'), kpi('b', 'a'), kpi('c', 'c')], []);
  expect(drawn(roots)).toBe('a(~b(~a↑))');
  expect(loose).toEqual(['c']);
});

test('kpiTree() leaves out what the portal does not show', () => {
  expect(drawn(kpiTree([kpi('net-revenue'), kpi('speed', 'gone')], definitions).roots)).toBe('');
  expect(kpiTree([], definitions)).toEqual({ roots: [], loose: [] });
});
