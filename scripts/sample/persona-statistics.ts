import type { Row } from './table-file.ts';

export const PERSONA_STATISTIC_COLUMNS = [
  'persona',
  'trait',
  'value',
  'unit',
  'n',
  'tool',
] as const;

const TOOL = 'Northlight Panel 2026';

/** What an invented research agency found about two groups that the shop would like to know better. */
const STATISTICS: readonly (readonly [
  persona: string,
  n: number,
  traits: Record<string, number>,
])[] = [
  [
    'Weekend Hiker',
    412,
    {
      'Lives within an hour of a trail': 0.64,
      'Repairs gear before replacing it': 0.57,
      'Asks a friend before buying boots': 0.48,
      'Hikes with children': 0.31,
    },
  ],
  [
    'Denim Collector',
    268,
    {
      'Owns ten pairs of jeans or more': 0.52,
      'Knows the mill of the fabric': 0.38,
      'Buys a favorite twice': 0.46,
      'Follows a maker online': 0.61,
    },
  ],
];

export function* personaStatisticRows(): Generator<Row> {
  for (const [persona, n, traits] of STATISTICS) {
    for (const [trait, value] of Object.entries(traits)) {
      yield { persona, trait, value, unit: 'ratio', n, tool: TOOL };
    }
  }
}
