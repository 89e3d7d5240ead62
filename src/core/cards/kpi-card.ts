import { startingSentence } from '#core/language/first-letter.ts';
import { wordsOf } from '#core/language/words-of.ts';
import { formatPeriod } from '#core/format/format-day.ts';
import { formatFact } from '#core/format/format-fact.ts';
import type { Formats } from '#core/format/formats.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { Card, CardPortal } from './card.ts';
import { figureBadge } from './figure-badge.ts';

/**
 * KPI card – where a KPI stands and what it means.
 * Definition: a figure that a few customers decide says so, as the pages do.
 * Empty case: a KPI that cannot be computed gives its reason as a line and no figure.
 * @example kpiCard({ title: 'Return rate', meaning: 'What comes back.', hangsOnFew: false, current: { id: 'current', label: 'Return rate', unit: 'ratio', n: 0, period: { from: '2026-01-01', to: '2026-03-31' }, asOf: '2026-03-31', sources: [], formula: 'returned ÷ sold', status: 'unavailable', value: null, reason: 'No orders' } }, { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }, { company: 'Tarn', asOf: '1 May 2026' }).lines // => ['What comes back.', 'No orders']
 */
export function kpiCard(
  kpi: { title: string; meaning: string; current: Fact; hangsOnFew: boolean },
  formats: Formats,
  portal: CardPortal,
): Card {
  const words = wordsOf(formats);
  const badge = figureBadge(kpi.current, (one) => formatFact(one, formats));
  return {
    kind: 'kpi',
    kicker: words.kpi.label,
    title: kpi.title,
    lines: [kpi.meaning, ...(badge ? [] : [formatFact(kpi.current, formats)])],
    badge: badge && {
      ...badge,
      label: formatPeriod(kpi.current.period, formats),
      ...(kpi.hangsOnFew && { caution: startingSentence(words.movements['few-people']) }),
    },
    footer: { left: portal.company, right: portal.asOf },
  };
}
