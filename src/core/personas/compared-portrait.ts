import type { Fact } from '#core/schemas/fact.ts';
import type { Breakdown } from '#core/schemas/persona.ts';

/** One of two Portraits that stand side by side. */
export interface ComparedPortrait {
  name: string;
  facts: readonly Fact[];
  /** What they buy, and where; none are compared where there are none. */
  breakdowns?: readonly Breakdown[];
}
