import type { Words } from '#core/language/words.ts';
import type { Counted, Unit } from '#core/schemas/fact.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';

/** What the config lets a shop decide about its KPIs. */
export type KpiSettings = PortalConfig['kpis'];

/** One way in which a KPI is made of others: arithmetic that holds, not an opinion. */
export interface KpiSum {
  /** "Purchases × average order value × (1 − return rate)". */
  words: string;
  /** Ids of the KPIs in it. */
  of: readonly string[];
  /** What is in it and no KPI of its own. */
  counts?: 'purchases';
}

/** What a KPI means, in words; its formula in code stands in the same file. */
export interface KpiDefinition {
  /** Also its file in content/kpis/ and its part of the URL. */
  id: string;
  label: string;
  /** What a reader wants to know of its months, in the language file; stands above their chart. */
  question: { text: keyof Words['kpiQuestions']; days?: number };
  unit: Unit;
  /** What the observations behind its figures are. */
  counted: Counted;
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
  /** How it is made of other KPIs. */
  sums?: readonly KpiSum[];
  /** KPIs that it moves as far as the field knows: a belief, which the tree marks as one. */
  moves?: readonly string[];
}

/** Said once, meant by every KPI. */
export const PURCHASE =
  'a purchase is an order that was not cancelled and holds at least one product';
