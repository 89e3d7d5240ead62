import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HOME_ORDER, HOME_PARTS, KPI_ORDER } from '#components/role-order.ts';
import { ROLES } from '#core/schemas/role.ts';

test.each(ROLES)('HOME_ORDER and KPI_ORDER name each part once for %s', (role) => {
  for (const order of [HOME_ORDER[role], KPI_ORDER[role]]) {
    expect(order.length).toBeGreaterThan(0);
    expect(new Set(order).size).toBe(order.length);
  }
});

test('HOME_ORDER begins otherwise than for everybody, but for customer service', () => {
  const alike = ROLES.filter((role) => HOME_ORDER[role][0] === HOME_PARTS[0]);
  expect(alike).toEqual(['service']);
});

test('KPI_ORDER names KPIs that the sample retailer has', () => {
  const ids = new Set(Object.values(KPI_ORDER).flat());
  expect([...ids].filter((id) => !existsSync(`content/kpis/${id}.json`))).toEqual([]);
});
