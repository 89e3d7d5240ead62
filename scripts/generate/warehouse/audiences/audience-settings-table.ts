import type { AudienceSettings } from '#core/schemas/audience-settings.ts';
import type { Engine, Parameter } from '../engine.ts';

/** What an audience brought is told of so many months, whatever its own rule looks at. */
export const VALUE_MONTHS = 24;

/**
 * Table `audience_settings`: one row with as-of and every limit of the config, so that the statements name them and no
 * value is pasted into SQL.
 */
export async function createAudienceSettings(
  engine: Engine,
  asOf: string,
  settings: AudienceSettings,
): Promise<void> {
  const due = settings['second-purchase-due'];
  const season = settings['last-christmas'];
  const former = settings['formerly-happy'];
  const loyal = settings['one-brand'];
  const calls = settings['follow-up-buyers'];
  const baskets = settings['follow-up-baskets'];
  const columns: [name: string, type: string, value: Parameter][] = [
    ['as_of', 'DATE', asOf],
    ['limit_lists', 'INTEGER', settings.contactLimit.lists],
    ['limit_days', 'INTEGER', settings.contactLimit.days],
    ['value_months', 'INTEGER', VALUE_MONTHS],
    ['hero_share', 'DECIMAL(9,6)', settings.hero.share],
    ['hero_orders', 'INTEGER', settings.hero.orders],
    ['hero_months', 'INTEGER', settings.hero.months],
    ['new_days', 'INTEGER', settings.new.days],
    ['due_from', 'INTEGER', due.fromDays],
    ['due_to', 'INTEGER', due.toDays],
    ['season_from', 'VARCHAR', season.from],
    ['season_to', 'VARCHAR', season.to],
    ['former_orders', 'INTEGER', former.orders],
    ['former_gaps', 'DECIMAL(9,4)', former.gaps],
    ['former_days', 'INTEGER', former.days],
    ['loyal_share', 'DECIMAL(9,6)', loyal.share],
    ['loyal_pieces', 'INTEGER', loyal.pieces],
    ['calls_share', 'DECIMAL(9,6)', calls.share],
    ['calls_days', 'INTEGER', calls.days],
    ['calls_seed', 'VARCHAR', String(calls.seed)],
    ['baskets_share', 'DECIMAL(9,6)', baskets.share],
    ['baskets_days', 'INTEGER', baskets.days],
    ['baskets_seed', 'VARCHAR', String(baskets.seed)],
  ];
  const list = columns.map(([name, type], index) => `CAST($${index + 1} AS ${type}) AS ${name}`);
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE audience_settings AS SELECT ${list.join(', ')}`,
    columns.map(([, , value]) => value),
  );
}
