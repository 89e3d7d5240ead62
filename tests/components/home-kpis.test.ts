import { expect, test } from 'vitest';
import { homeKpis } from '#components/home-kpis.ts';
import { KPI_ORDER } from '#components/role-order.ts';
import type { Fact } from '#core/schemas/fact.ts';

const kpi = (id: string, value: number | null = 0.5) => ({
  id,
  current: { value } as Fact,
});
const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', ...KPI_ORDER.service].map((id) => kpi(id));

test('homeKpis() has seven for everybody, and every KPI that a role is to find first', () => {
  const shown = homeKpis(many);
  expect(shown.filter(({ isForRole }) => !isForRole).map(({ kpi: { id } }) => id)).toEqual(
    'abcdefg'.split(''),
  );
  expect(shown.filter(({ isForRole }) => isForRole).map(({ kpi: { id } }) => id)).toEqual(
    KPI_ORDER.service,
  );
});

test('homeKpis() gives the widest place to a figure that is there', () => {
  const ids = homeKpis([kpi('missing', null), kpi('known')]).map(({ kpi: { id } }) => id);
  expect(ids).toEqual(['known', 'missing']);
});
