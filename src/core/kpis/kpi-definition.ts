import type { Unit } from '#core/schemas/fact.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';

/** What the config lets a shop decide about its KPIs. */
export type KpiSettings = PortalConfig['kpis'];

/** What a KPI means, in words; its formula in code stands in the same file. */
export interface KpiDefinition {
  /** Also its file in content/kpis/ and its part of the URL. */
  id: string;
  label: string;
  unit: Unit;
  /** One plain sentence a packer understands. */
  meaning: string;
  direction: 'up' | 'down' | 'neutral';
  formula: string;
  definitionSource: string;
  /** What it is often confused with, and where it misleads. */
  caveats: string[];
  /** Other words that people search for. */
  synonyms: string[];
  /** Position on the home page. */
  order: number;
}

/** Said once, meant by every KPI. */
export const PURCHASE =
  'a purchase is an order that was not cancelled and holds at least one product';
