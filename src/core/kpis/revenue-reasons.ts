import type { Formats } from '#core/format/formats.ts';
import { formatValue } from '#core/format/format-value.ts';
import { startingSentence } from '#core/language/first-letter.ts';
import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Fact, Unit } from '#core/schemas/fact.ts';
import { monthEnd } from './calendar.ts';
import type { RevenueChange } from './revenue-change.ts';

/** One reason why net revenue is another than a year before, as a figure with its passport. */
export interface RevenueReason {
  id: 'purchases' | 'orderValue' | 'returns' | 'creditNotes';
  /** "More purchases". */
  words: string;
  fact: Extract<Fact, { status: 'ok' }>;
}

/**
 * Revenue reasons – the parts of the change as facts, the largest first.
 * Definition: each amount of `revenueChange` with its formula, its two years as period and the purchases of the later.
 * Source: Ang, Energy Policy 33 (2005), 867–871.
 * Empty case: credit notes that moved nothing are left out.
 * @param formats for the words of the reasons and the figures in their formulas
 * @example revenueReasons({ from: '2025-01', to: '2025-12', before: { purchases: 10, averageOrderValue: 50, returnRate: 0.1, creditNotes: 0, netRevenue: 450 }, after: { purchases: 12, averageOrderValue: 50, returnRate: 0.1, creditNotes: 0, netRevenue: 540 }, difference: 90, byPurchases: 90, byOrderValue: 0, byReturns: 0, byCreditNotes: 0 }, { asOf: '2025-12-31', sources: [] }, { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' })[0]?.words // => 'More purchases'
 */
export function revenueReasons(
  change: RevenueChange,
  { asOf, sources }: Pick<Fact, 'asOf' | 'sources'>,
  formats: Formats,
): RevenueReason[] {
  const { before, after } = change;
  const { revenueUp, revenueDown, reasons, derived } = wordsOf(formats);
  const reason = (id: RevenueReason['id'], value: number, detail: string): RevenueReason => ({
    id,
    words: (value < 0 ? revenueDown : revenueUp)[id],
    fact: {
      id: `by${startingSentence(id)}`,
      label: filled(reasons.label, { reason: (value < 0 ? revenueDown : revenueUp)[id] }),
      status: 'ok',
      value,
      unit: 'money',
      n: after.purchases,
      counted: 'purchases',
      period: { from: `${change.from}-01`, to: monthEnd(change.to) },
      asOf,
      sources,
      formula: filled(derived.revenueFormula, { detail }),
    },
  });
  /** From what to what it went, with a digit more than elsewhere, so that the amount can be worked out. */
  const moved = (part: 'averageOrderValue' | 'returnRate' | 'creditNotes', unit: Unit) => {
    const [then, now] = [before, after].map((year) =>
      formatValue(year[part], unit, formats, { extraDigits: 1 }),
    );
    return { before: then ?? '', after: now ?? '' };
  };
  return [
    reason(
      'purchases',
      change.byPurchases,
      filled(derived.purchases, { before: before.purchases, after: after.purchases }),
    ),
    reason(
      'orderValue',
      change.byOrderValue,
      filled(derived.orderValue, moved('averageOrderValue', 'money')),
    ),
    reason('returns', change.byReturns, filled(derived.returns, moved('returnRate', 'ratio'))),
    ...(change.byCreditNotes === 0
      ? []
      : [
          reason(
            'creditNotes',
            change.byCreditNotes,
            filled(derived.creditNotes, moved('creditNotes', 'money')),
          ),
        ]),
  ].sort((a, b) => Math.abs(Number(b.fact.value)) - Math.abs(Number(a.fact.value)));
}
