import type { PortraitOnMap } from '#core/charts/portrait-map-chart.ts';
import { knownCustomers } from '#core/personas/known-customers.ts';
import type { PersonaEntry } from '#data/personas.ts';

/** The Portraits of which is known how often, for how much and how many they buy. */
export function portraitsOnMap(personas: readonly PersonaEntry[]): PortraitOnMap[] {
  return personas.flatMap(({ id, name, figures, tone, stripes, isCore }) => {
    const fact = (which: string) => figures?.facts.find((one) => one.id === which);
    const ordersPerYear = fact('ordersPerYear');
    const orderValue = fact('averageOrderValue');
    const customers = figures && knownCustomers(figures);
    return ordersPerYear?.status === 'ok' && orderValue?.status === 'ok' && customers
      ? [{ id, name, ordersPerYear, orderValue, customers, tone, stripes, isCore }]
      : [];
  });
}
