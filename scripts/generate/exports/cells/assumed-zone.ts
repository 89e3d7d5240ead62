import type { Engine } from '#generate/warehouse/engine.ts';
import { isDocumented } from '../adapter.ts';
import { statesOffset } from './cell-sql.ts';
import type { FilePlan } from '../plan/file-plan.ts';
import { rawCell } from '../read/load-raw.ts';

/** Rows that are looked at: a tool writes all its times in one way. */
const LOOKED_AT = 1000;

/**
 * Whether a file of a known tool ("raw") has times of day without an offset, and neither its format nor the config says
 * in which zone they are: then they are taken as the shop's.
 */
export async function assumesShopZone(engine: Engine, plan: FilePlan): Promise<boolean> {
  if (isDocumented(plan.adapter) || plan.timeZone !== null) return false;
  for (const [name, { type }] of Object.entries(plan.adapter.columns)) {
    const binding = plan.bindings.get(name);
    if (type !== 'timestamp' || binding?.from !== 'header') continue;
    const cell = rawCell(plan, binding.index);
    const found = await engine.rows(
      `SELECT 1 FROM (SELECT trim(${cell}) AS cell FROM raw WHERE contains(${cell}, ':') LIMIT ${LOOKED_AT})
      WHERE NOT ${statesOffset('cell', plan.form)} LIMIT 1`,
    );
    if (found.length > 0) return true;
  }
  return false;
}

/** What the person is asked for, once for all tools it concerns. */
export function zoneQuestion(adapters: string[], timeZone: string): string {
  const [first = ''] = adapters;
  return `Times in exports of ${adapters.join(', ')} state no zone and are taken as the shop's (${timeZone}); if the account has another, say so in portal.config.ts: platforms: { '${first}': { timeZone: 'UTC' } }`;
}
