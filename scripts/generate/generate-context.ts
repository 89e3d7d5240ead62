import type { Period } from '#core/schemas/identifiers.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import type { Progress } from './progress.ts';
import type { Engine } from './warehouse/engine.ts';

/** content/ as it was before the run; read only. */
export interface PresentContent {
  /** The file's text, or null. Path relative to content/. */
  read(path: string): string | null;
  /** Paths of all files, sorted. */
  paths(): string[];
}

/** What every computing step of `generate` is given: the filled canonical tables and the facts about the run. */
export interface GenerateContext {
  engine: Engine;
  config: PortalConfig;
  /** Day on which every figure stands. */
  asOf: string;
  /** First and last day with an order, the last not after `asOf`; null without any order. */
  period: Period | null;
  /** Names of the exports that brought each canonical table: { orders: ["shopify-orders"] }; see TableSources. */
  sources: Partial<Record<string, string[]>>;
  present: PresentContent;
  progress: Progress;
}
