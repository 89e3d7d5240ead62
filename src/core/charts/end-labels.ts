import { formatMonth } from '#core/format/format-day.ts';
import type { Formats } from '#core/format/formats.ts';
import { formatValue } from '#core/format/format-value.ts';
import type { Unit } from '#core/schemas/fact.ts';
import { FONT_SIZE } from './chart-colors.ts';
import type { Row } from './chart-spec.ts';
import type { Drawn, Span } from './trend-points.ts';

/** The picture that the labels stand in, in pixels. */
export interface Plot {
  /** Both widths in which it is drawn. */
  widths: readonly [wide: number, narrow: number];
  /** From the left edge to the first month, from the last to the right edge. */
  left: number;
  right: number;
  /** From the upper edge to the highest value, and to the lowest. */
  top: number;
  bottom: number;
  /** Months on the axis. */
  slots: number;
  span: Span;
}

/** Where a label stands: its figure's baseline, seen from the point, in pixels. */
interface Place {
  dy: number;
  /** Where a line between point and label ends; 0 where the label stands at its point. */
  reach: number;
}

const GAP = 10;
/** From the figure's baseline to that of the month above it. */
export const END_LINE = 17;
const LABEL_HEIGHT = END_LINE + 12;
/** A label further from its point than this gets a line to it. */
const NEAR = 16;

/**
 * End labels – first and last settled figure with their months, written at the line itself.
 * Definition: above the point or below it, whichever is nearer once everything that the line does within the label's
 * own width is cleared; a label that had to move away has a line to its point. The first gives way to the last.
 * Empty case: without a figure, no labels.
 * @example endLabels([{ x: 0, month: '2026-01', value: 0.2, low: 0.2, high: 0.2, mature: true }, { x: 1, month: '2026-02', value: 0.3, low: 0.3, high: 0.3, mature: true }], { widths: [640, 340], left: 50, right: 14, top: 46, bottom: 250, slots: 2, span: { low: 0, high: 0.4, ticks: [0, 0.4] } }, 'ratio', { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }).map(({ text, month }) => [text, month]) // => [['20%', 'Jan 2026'], ['30%', 'Feb 2026']]
 */
export function endLabels(
  drawn: readonly Drawn[],
  plot: Plot,
  unit: Unit,
  formats: Formats,
): Row[] {
  const settled = drawn.filter((point) => point.mature);
  const chosen = settled.length > 0 ? settled : drawn;
  const first = chosen[0];
  const last = chosen.at(-1);
  if (!first || !last) return [];
  const labels = (first === last ? [last] : [first, last]).map((point) => {
    const text = formatValue(point.value, unit, formats);
    const month = formatMonth(point.month, formats, 'short');
    const width = Math.max(
      text.length * FONT_SIZE.figure * 0.62,
      month.length * FONT_SIZE.axis * 0.56,
    );
    const [wide, narrow] = plot.widths.map((total) => {
      const at = acrossIn(plot, total);
      const x = at(point.x);
      const align = x + width > total ? 'right' : x - width / 2 < plot.left ? 'left' : 'center';
      const from = x - (align === 'left' ? 0 : align === 'right' ? width : width / 2);
      const under = drawn.filter(
        (other) => at(other.x) >= from - 6 && at(other.x) <= from + width + 6,
      );
      return { align, from, to: from + width, ...placeOf(point, under, plot) };
    });
    return { point, text, month, wide, narrow };
  });
  const [one, other] = labels;
  const meet = one?.narrow && other?.narrow && one.narrow.to + GAP > other.narrow.from;
  return (meet ? [other] : labels).flatMap(({ point, text, month, wide, narrow }) =>
    wide && narrow
      ? [
          {
            x: point.x,
            value: point.value,
            text,
            month,
            align: wide.align,
            dy: wide.dy,
            reach: wide.reach,
            alignNarrow: narrow.align,
            dyNarrow: narrow.dy,
            reachNarrow: narrow.reach,
          },
        ]
      : [],
  );
}

/** Pixels from the left at which a month stands. */
function acrossIn({ left, right, slots }: Plot, total: number): (x: number) => number {
  return (x) => left + (x / Math.max(slots - 1, 1)) * (total - left - right);
}

function placeOf(point: Drawn, under: readonly Drawn[], { top, bottom, span }: Plot): Place {
  const down = (value: number): number =>
    bottom - ((value - span.low) / (span.high - span.low || 1)) * (bottom - top);
  const at = down(point.value);
  const highest = Math.min(...under.map(({ value }) => down(value)));
  const lowest = Math.max(...under.map(({ value }) => down(value)));
  const above = at - highest;
  const below = lowest - at;
  const hasRoomBelow = lowest + GAP + LABEL_HEIGHT < bottom - 4;
  const isAbove = !hasRoomBelow || above <= below;
  const away = isAbove ? above : below;
  return {
    dy: Math.round(isAbove ? -above - GAP : below + GAP + LABEL_HEIGHT),
    reach: away > NEAR ? Math.round(isAbove ? -above - GAP + 4 : below + GAP) : 0,
  };
}
