import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCHEMA_VERSION } from '#core/schemas/identifiers.ts';
import { InsightResultSchema, type InsightResult } from '#core/schemas/insight.ts';
import { campaignResult } from '#core/insights/campaign-result.ts';
import type { ArmCounts } from '#core/insights/arm-counts.ts';
import { contentJson } from '#generate/content/content-json.ts';
import { insightFacts } from '#generate/content/insight-facts.ts';
import { Random } from '#sample/random.ts';
import { benchLearnings, type Learning } from './search-learnings.ts';

/** Day on which the invented figures stand. */
const AS_OF = '2026-12-31';
/** The default of portal.config.ts. */
const FLOOR = 10;

/**
 * Writes invented learnings as a content folder: a text of 400 words with one chart, and the campaign's result that it
 * is drawn from.
 */
export function writePortalContent(folder: string, learnings: readonly Learning[]): void {
  mkdirSync(join(folder, 'insights'), { recursive: true });
  for (const learning of learnings) {
    const id = fileName(learning);
    const result = inventedResult(id, learning);
    writeFileSync(join(folder, `insights/${id}.json`), contentJson(result));
    writeFileSync(join(folder, `insights/${id}.mdx`), portalText(learning));
  }
}

/** Writes the bare texts of the same learnings as pages of Starlight: no chart, no picture for links. */
export function writeStarlightPages(folder: string, learnings: readonly Learning[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { title, text, ...learning } of learnings) {
    writeFileSync(
      join(folder, `${fileName(learning)}.md`),
      ['---', `title: ${JSON.stringify(title)}`, '---', '', ...paragraphs(text), ''].join('\n'),
    );
  }
}

/** The learnings that builds are measured with: the same for the same count. */
export function inventedLearnings(count: number): Learning[] {
  return benchLearnings(count, 0).learnings;
}

/** The same learnings after somebody wrote a sentence more into one of them. */
export function withOneChanged(learnings: readonly Learning[]): Learning[] {
  const changed = Math.floor(learnings.length / 2);
  return learnings.map((learning, at) =>
    at === changed ? { ...learning, text: `${learning.text} ${ADDED}` } : learning,
  );
}

const ADDED = 'Since then nobody has asked for anything else.';

function fileName({ id }: Pick<Learning, 'id'>): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

function portalText({ title, text, tags, ...learning }: Learning): string {
  const [opening = '', ...rest] = paragraphs(text);
  return [
    '---',
    `title: ${JSON.stringify(title)}`,
    'kind: campaign',
    `date: ${dayOf(learning)}`,
    'status: published',
    `tags: ${JSON.stringify(tags)}`,
    '---',
    '',
    ...[opening, '', '<Chart id="variants" />', ''],
    ...rest,
    '',
  ].join('\n');
}

/** Five sentences a paragraph, with an empty line between. */
function paragraphs(text: string): string[] {
  const sentences = text.split(/(?<=\.) /);
  return Array.from({ length: Math.ceil(sentences.length / 5) }, (_, at) => [
    ...(at === 0 ? [] : ['']),
    sentences.slice(at * 5, at * 5 + 5).join(' '),
  ]).flat();
}

/** Two mails to halves drawn by lot, with counts of their own. */
function inventedResult(id: string, learning: Learning): InsightResult {
  const random = new Random(Number(/\d+$/.exec(id)?.[0] ?? 0));
  const result = campaignResult(
    {
      channel: 'E-mail',
      assignment: 'randomised',
      collapsed: false,
      arms: ['As before', 'The other way'].map((name, at) => inventedArm(random, name, at === 0)),
    },
    FLOOR,
    { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' },
  );
  const head: Omit<InsightResult, 'facts'> = {
    schemaVersion: SCHEMA_VERSION,
    dataset: 'bench',
    asOf: AS_OF,
    id,
    kind: 'campaign',
    campaign: learning.title,
    channel: 'E-mail',
    startedOn: dayOf(learning),
    source: 'klaviyo-campaigns',
    ...result,
  };
  return InsightResultSchema.parse({ ...head, facts: insightFacts(head) });
}

function inventedArm(random: Random, name: string, isControl: boolean): ArmCounts {
  const recipients = random.integer(4000, 20_000);
  const share = (least: number, most: number): number =>
    Math.round((recipients * random.integer(least, most)) / 10_000);
  const orders = share(100, 500);
  return {
    id: isControl ? 'before' : 'other',
    name,
    isControl,
    recipients,
    delivered: share(9700, 9990),
    opens: share(2500, 4500),
    clicks: share(600, 1200),
    orders,
    revenue: orders * random.integer(40, 90),
    unsubscribes: share(10, 60),
    complaints: share(1, 12),
  };
}

function dayOf({ id, year }: Pick<Learning, 'id' | 'year'>): string {
  const number = Number(/\d+$/.exec(id)?.[0] ?? 0);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${year}-${two((number % 12) + 1)}-${two((number % 28) + 1)}`;
}
