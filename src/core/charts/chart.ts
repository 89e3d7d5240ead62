import type { Formats } from '#core/format/formats.ts';
import type { SpanPoint } from '#core/format/read-span.ts';
import type { Counted, Fact, Unit } from '#core/schemas/fact.ts';
import type { Period } from '#core/schemas/identifiers.ts';

/** A Vega-Lite 6 specification as plain JSON; `src/render` compiles it. */
export type ChartSpec = Readonly<Record<string, unknown>>;

/** Where the figures of a table's row come from: a fact's passport without the value, which stands in the row. */
export type RowPassport = Pick<
  Fact,
  'label' | 'unit' | 'counted' | 'formula' | 'period' | 'asOf' | 'sources'
> & {
  /** What was counted; absent where that stands in the row. */
  n?: number;
};

/** A finished chart: the picture's specification and everything that says the same in words. */
export interface Chart {
  /** Unique on its page; prefixes every id inside the SVG. */
  id: string;
  /** The reader's question. */
  title: string;
  /** The alternative text: chart type, data, and the facts it is shown for. */
  description: string;
  spec: ChartSpec;
  /** The same figures as a table, already written for people. */
  table: { columns: string[]; rows: string[][]; passports?: readonly (RowPassport | null)[] };
  /**
   * Where the rows of the table stand along the picture, for whoever points at it: pixels from its left and right edge to
   * the first and the last, or columns of one width. Absent where every figure is written at its mark.
   */
  readout?: readonly [left: number, right: number] | 'columns';
  /** The raw figures of those rows, where a span of them can be measured; null for one without a figure. */
  series?: { points: readonly (SpanPoint | null)[]; unit: Unit };
  /** Period, number of observations and source; then what the reader must know about the drawing. */
  caption: string;
  /** What numbers in the picture stand for, by the width it is drawn in; empty where it has none. */
  key?: { wide: string; narrow: string };
}

/** What stands behind a chart, for its caption. */
export interface ChartSource {
  /** Null where the export does not say. */
  period: Period | null;
  /** Null where it may not or cannot be said. */
  n: number | null;
  /** What n counts: "{count} customers". */
  counted: string;
  /** The noun that goes with it, where the text says "{count} counted in July". */
  noun?: Counted | undefined;
  /** Exports or tools the figures came from. */
  sources: readonly string[];
}

/** What every chart function is given. */
export interface ChartRequest {
  id: string;
  title: string;
  source: ChartSource;
  formats: Formats;
}
