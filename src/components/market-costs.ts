import type { RowPassport } from '#core/charts/chart.ts';
import { formatPeriod } from '#core/format/format-day.ts';
import { formatFact, notShown } from '#core/format/format-fact.ts';
import type { Formats } from '#core/format/formats.ts';
import { formatSource } from '#core/format/format-sources.ts';
import { wordsOf } from '#core/language/words-of.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { Market, Platform } from '#core/schemas/market.ts';

/** A table of platforms of one kind, already written for people. */
export interface CostTable {
  label: string;
  columns: string[];
  rows: string[][];
  passports: RowPassport[];
}

/** The tables of what platforms cost and bring: ads, then messages; without platforms of a kind, none of it. */
export function marketCosts({ platforms, asOf }: Market, formats: Formats): CostTable[] {
  const { costs } = wordsOf(formats);
  return (
    [
      ['ads', costs.ads],
      ['messages', costs.messages],
    ] as const
  ).flatMap(([kind, label]) => {
    const own = platforms.filter((platform) => platform.kind === kind);
    return own.length === 0 ? [] : [costTable(own, label, asOf, formats)];
  });
}

function costTable(
  platforms: readonly Platform[],
  label: string,
  asOf: string,
  formats: Formats,
): CostTable {
  const { costs } = wordsOf(formats);
  const names: Readonly<Record<string, string>> = costs.columns;
  const ids = [...new Set(platforms.flatMap(({ facts }) => facts.map(({ id }) => id)))];
  return {
    label,
    columns: [costs.platform, costs.period, ...ids.map((id) => names[id] ?? id)],
    rows: platforms.map(({ source, period, facts }) => [
      formatSource(source, formats),
      formatPeriod(period, formats),
      ...ids.map((id) =>
        cellText(
          facts.find((fact) => fact.id === id),
          formats,
        ),
      ),
    ]),
    passports: platforms.map(({ source, period, facts }) => ({
      label: formatSource(source, formats),
      unit: 'money',
      counted: 'campaigns',
      n: Math.max(...facts.map(({ n }) => n)),
      formula: [...facts.map(({ label, formula }) => `${label}: ${formula}`), ...gaps(facts)].join(
        '. ',
      ),
      ...{ period, asOf, sources: [source] },
    })),
  };
}

function cellText(fact: Fact | undefined, formats: Formats): string {
  if (fact === undefined || fact.status === 'unavailable') return wordsOf(formats).costs.notStated;
  return fact.status === 'suppressed' ? notShown(formats) : formatFact(fact, formats);
}

/** Why a figure of the row is missing, each reason once. */
function gaps(facts: readonly Fact[]): string[] {
  const reasons = facts.flatMap((fact) =>
    'reason' in fact && fact.status === 'unavailable' ? [`${fact.label}: ${fact.reason}`] : [],
  );
  return [...new Set(reasons)];
}
