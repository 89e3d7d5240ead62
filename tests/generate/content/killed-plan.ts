import type { StateFile } from '#generate/content/apply-content.ts';
import type { Change } from '#generate/content/plan-changes.ts';

/** content/ before the plan. */
export const OLD: Record<string, string> = {
  'dataset.json': '{"old":true}\n',
  'kpis/net-revenue.json': '{"value":1}\n',
  'kpis/retired.json': '{"value":2}\n',
  'kpis/net-revenue.mdx': 'Our own words\n',
};

/** One of everything that a plan can hold. */
export const PLAN: Change[] = [
  { path: 'dataset.json', change: 'updated', text: '{"new":true}\n', seen: '{"old":true}\n' },
  { path: 'insights/spring.json', change: 'created', text: '{"value":3}\n', seen: null },
  { path: 'insights/spring.mdx', change: 'created', text: 'A draft\n', seen: null },
  { path: 'kpis/net-revenue.json', change: 'unchanged', seen: '{"value":1}\n' },
  { path: 'kpis/retired.json', change: 'deleted', seen: '{"value":2}\n' },
];

/** content/ and its state after the plan. */
export const NEW: Record<string, string> = {
  'dataset.json': '{"new":true}\n',
  'insights/spring.json': '{"value":3}\n',
  'insights/spring.mdx': 'A draft\n',
  'kpis/net-revenue.json': '{"value":1}\n',
  'kpis/net-revenue.mdx': 'Our own words\n',
};

export function stateFiles(content: string): StateFile[] {
  return [
    { path: `${content}.portal/vault.csv`, text: 'key,email\nb,new\n', mode: 0o600 },
    { path: `${content}.portal/assignments.csv`, text: 'key,persona\n', mode: 0o600 },
  ];
}
export const OLD_STATE: Record<string, string> = { 'vault.csv': 'key,email\na,old\n' };
export const NEW_STATE: Record<string, string> = {
  'assignments.csv': 'key,persona\n',
  'vault.csv': 'key,email\nb,new\n',
};
