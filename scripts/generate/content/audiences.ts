import { describeAudiences } from '#core/audiences/audience.ts';
import { audienceFacts } from '#core/audiences/audience-facts.ts';
import { AudiencesSchema, type Audiences } from '#core/schemas/audience.ts';
import { SCHEMA_VERSION, type Period } from '#core/schemas/identifiers.ts';
import type { GenerateContext } from '../generate-context.ts';
import {
  createAudienceLists,
  readAudienceSizes,
  readContactHistory,
} from '../warehouse/audiences/audience-lists.ts';
import { createAudienceMembers } from '../warehouse/audiences/audience-members.ts';
import { VALUE_MONTHS } from '../warehouse/audiences/audience-settings-table.ts';
import { loadContactLog } from '../warehouse/audiences/contact-log.ts';
import { readUnavailableAudiences } from '../warehouse/audiences/unavailable-audiences.ts';
import type { Engine } from '../warehouse/engine.ts';
import type { ContentFile } from './content-file.ts';
import { contentJson } from './content-json.ts';

/**
 * content/audiences.json: size, value and words of every audience. Of the log of lists only counts and days are read.
 * Without any order there are no audiences.
 */
export async function assembleAudiences(
  context: Pick<GenerateContext, 'engine' | 'config' | 'asOf' | 'period' | 'sources'>,
  stateDirectory: string,
): Promise<ContentFile> {
  const file: Audiences = {
    schemaVersion: SCHEMA_VERSION,
    dataset: context.config.dataset,
    asOf: context.asOf,
    contactLimit: context.config.audiences.contactLimit,
    audiences: await describedAudiences(context, stateDirectory),
  };
  return {
    path: 'audiences.json',
    kind: 'machine',
    text: contentJson(AudiencesSchema.parse(file)),
  };
}

async function describedAudiences(
  {
    engine,
    config,
    asOf,
    period,
    sources,
  }: Pick<GenerateContext, 'engine' | 'config' | 'asOf' | 'period' | 'sources'>,
  stateDirectory: string,
): Promise<Audiences['audiences']> {
  if (period === null) return [];
  const described = describeAudiences(config.audiences, config.locale);
  await createAudienceMembers(engine, asOf, config.audiences);
  await loadContactLog(engine, stateDirectory);
  await createAudienceLists(engine, described);
  const sizes = new Map((await readAudienceSizes(engine)).map((one) => [one.audience, one]));
  const histories = new Map((await readContactHistory(engine)).map((one) => [one.audience, one]));
  const unavailable = await readUnavailableAudiences(engine);
  const orders = sources['orders'] ?? [];
  const baskets = sources['abandoned_baskets'] ?? [];
  const revenue = [...orders, ...(sources['returns'] ?? [])];
  const periods = { orders: { from: period.from, to: asOf }, ...(await lookedBack(engine)) };
  return described.map(({ id, label, definition, advocate, say, doNotSay, listedFrom }) => {
    const { people = 0, payers = 0, value = '0' } = sizes.get(id) ?? {};
    const { lastListedOn = null, onLastList = 0, atLimit = 0 } = histories.get(id) ?? {};
    const lastList = lastListedOn === null ? null : { from: lastListedOn, to: lastListedOn };
    const facts = audienceFacts({
      counts: {
        people,
        payers,
        netRevenue: Number(value),
        onLastList: lastList === null ? null : onLastList,
        atLimit,
      },
      unavailable: unavailable.get(id) ?? null,
      definition,
      limit: config.audiences.contactLimit,
      floor: config.privacy.floor,
      asOf,
      periods,
      lastList,
      sources: { orders: id === 'follow-up-baskets' ? baskets : orders, revenue },
    });
    return {
      ...{ id, label, definition, advocate, say, doNotSay, lastListedOn, facts },
      ...(listedFrom !== null && { listedFrom }),
    };
  });
}

/** First and last day of the months of the revenue and of the days of the limit. */
async function lookedBack(engine: Engine): Promise<{ revenue: Period; limit: Period }> {
  const [row] = await engine.rows<{ revenue: string; limit: string; asOf: string }>(
    `SELECT CAST(CAST(as_of - to_months(CAST($1 AS INTEGER)) + INTERVAL 1 DAY AS DATE) AS VARCHAR) AS revenue,
            CAST(as_of - limit_days + 1 AS VARCHAR) AS "limit", CAST(as_of AS VARCHAR) AS "asOf"
     FROM audience_settings`,
    [VALUE_MONTHS],
  );
  if (row === undefined) throw new RangeError('Cannot look back: there are no settings');
  return {
    revenue: { from: row.revenue, to: row.asOf },
    limit: { from: row.limit, to: row.asOf },
  };
}
