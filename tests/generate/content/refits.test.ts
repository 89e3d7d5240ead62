import { afterAll, beforeAll, expect, test } from 'vitest';
import { assemblePersonas, type AssembledPersonas } from '#generate/content/personas.ts';
import { planChanges } from '#generate/content/plan-changes.ts';
import { readStoredSegmentation } from '#generate/content/stored-segmentation.ts';
import type { ContentFile } from '#generate/content/content-file.ts';
import type { GenerateContext } from '#generate/generate-context.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import { expectExplained, idsOf } from '../explained-changes.ts';
import { openShop, personaContext, plantCustomers } from './persona-shop.ts';

/** Ends of successive quarters. */
const QUARTERS = ['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31'] as const;
const PEOPLES_TEXT =
  '---\nname: Ours\nessence: Ours\n---\n\nThey order <Fact is="ordersPerYear" />.\n';

/** content/ after a run, as far as the next run reads it. */
function contentAfter(run: AssembledPersonas, before: readonly ContentFile[]): ContentFile[] {
  const texts = new Map(before.map(({ path, text }) => [path, text]));
  const present = personaContext(engine, before).present;
  for (const { path, change, text } of planChanges(run.files, present)) {
    if (change === 'deleted') texts.delete(path);
    else if (text !== undefined) texts.set(path, text);
  }
  return [...texts].map(([path, text]) => ({ path, text, kind: 'machine' }));
}

/** A context in which groups beyond those planted are not tried. */
function quarterContext(asOf: string, files: readonly ContentFile[]): GenerateContext {
  const context = personaContext(engine, files, { asOf });
  const { portraits } = context.config;
  return { ...context, config: { ...context.config, portraits: { ...portraits, most: 4 } } };
}

let engine: Engine;
const runs: AssembledPersonas[] = [];
const contents: ContentFile[][] = [];

/** Some of the orders of jeans have always been of dear watches, as gifts and with a discount, as it now turns out; the rest are jeans. */
async function sellWatches(isWatches: string): Promise<void> {
  await engine.run('DELETE FROM order_lines WHERE order_key IN (SELECT order_key FROM jeans)');
  await engine.run('DELETE FROM orders WHERE order_key IN (SELECT order_key FROM jeans)');
  await engine.run(
    `INSERT INTO order_lines SELECT * REPLACE (
       CASE WHEN ${isWatches} THEN 'Watches' ELSE category END AS category,
       CASE WHEN ${isWatches} THEN 'Ticktack' ELSE brand END AS brand,
       CASE WHEN ${isWatches} THEN value * 20 ELSE value END AS value) FROM jeans`,
  );
  await engine.run(
    `INSERT INTO orders SELECT * REPLACE (
       gift OR ${isWatches} AS gift,
       CASE WHEN ${isWatches} THEN 'TEN' ELSE discount_code END AS discount_code) FROM jeans_orders`,
  );
  await forgetSums();
}

/** A run that reads corrected exports adds up its orders anew. */
async function forgetSums(): Promise<void> {
  await engine.run('DROP TABLE IF EXISTS order_sums');
}

/** Four in ten customers only buy watches; later everybody does now and then. */
const WATCH_BUYERS = "md5(split_part(order_key, '/', 1)) < '7'";
const WATCH_ORDERS = "md5(order_key) < '3'";

beforeAll(async () => {
  engine = await openShop(plantCustomers(170));
  await engine.run(
    "CREATE TABLE jeans AS SELECT * EXCLUDE (net, net_discount) FROM order_lines WHERE category = 'Jeans'",
  );
  await engine.run(
    'CREATE TABLE jeans_orders AS SELECT * FROM orders WHERE order_key IN (SELECT order_key FROM jeans)',
  );
  let content: ContentFile[] = [];
  for (const asOf of QUARTERS) {
    if (asOf === QUARTERS[2]) await sellWatches(WATCH_BUYERS);
    if (asOf === QUARTERS[3]) await sellWatches(WATCH_ORDERS);
    const run = await assemblePersonas(quarterContext(asOf, content), { refit: true });
    content = contentAfter(run, content).map((file) =>
      file.path.endsWith('.mdx') ? { ...file, text: PEOPLES_TEXT } : file,
    );
    runs.push(run);
    contents.push(content);
  }
}, 240_000);
afterAll(() => {
  engine.close();
});

/** What became of each Portrait in a run. */
function changes(quarter: number): Record<string, string> {
  const { segmentation } = runs[quarter] ?? failed();
  return Object.fromEntries(
    segmentation.lineage.map(({ id, events }) => [
      id,
      events
        .filter(({ on }) => on === segmentation.asOf)
        .map(({ change }) => change)
        .join(),
    ]),
  );
}

function failed(): never {
  throw new RangeError('Expected a run');
}

test('assemblePersonas() keeps every id from quarter to quarter while customers stay as they are', () => {
  const [first, second] = runs;
  expect(idsOf((second ?? failed()).segmentation).sort()).toEqual(
    idsOf((first ?? failed()).segmentation).sort(),
  );
  expect(new Set(Object.values(changes(1)))).toEqual(new Set(['same']));
});

test('assemblePersonas() explains every change of four successive quarters', () => {
  runs.forEach(({ segmentation }, quarter) => {
    expectExplained(runs[quarter - 1]?.segmentation ?? null, segmentation);
  });
});

test('assemblePersonas() tells a split, and that its larger part keeps the id', () => {
  const told = changes(2);
  expect(Object.values(told).sort()).toEqual(['born', 'same', 'same', 'split']);
  const [split = ''] = Object.entries(told).find(([, change]) => change === 'split') ?? [];
  const [born = ''] = Object.entries(told).find(([, change]) => change === 'born') ?? [];
  const event = (id: string) =>
    runs[2]?.segmentation.lineage.find((entry) => entry.id === id)?.events.at(-1);
  expect(event(split)?.into.map(({ id }) => id)).toEqual([born]);
  expect(event(born)?.from.map(({ id }) => id)).toEqual([split]);
});

test('assemblePersonas() tells a merger, and keeps the figures and people’s text of the one that retired', () => {
  const told = changes(3);
  expect(Object.values(told).sort()).toEqual(['merged', 'retired', 'same', 'same']);
  const [retired = ''] = Object.entries(told).find(([, change]) => change === 'retired') ?? [];
  const [merged = ''] = Object.entries(told).find(([, change]) => change === 'merged') ?? [];
  const kept = new Map(contents[3]?.map(({ path, text }) => [path, text]));
  expect(kept.get(`personas/${retired}.mdx`)).toBe(PEOPLES_TEXT);
  const { facts, retired: note } = JSON.parse(kept.get(`personas/${retired}.json`) ?? '{}') as {
    facts: { id: string; status: string; reason?: string }[];
    retired: { on: string; into: { id: string; share: number }[] };
  };
  expect(note).toEqual({ on: QUARTERS[3], into: [{ id: merged, share: 1 }] });
  expect(facts.find(({ id }) => id === 'ordersPerYear')).toMatchObject({
    status: 'stale',
    reason: `The Portrait retired on ${QUARTERS[3]}; the figure is of ${QUARTERS[2]}`,
  });
  expect(facts.some(({ status }) => status === 'ok')).toBe(false);
  expect(runs[3]?.personas.map(({ id }) => id)).not.toContain(retired);
});

test('assemblePersonas() writes nothing anew on the same day, with or without a refit', async () => {
  const [asOf, content] = [QUARTERS[3], contents[3] ?? failed()];
  const context = quarterContext(asOf, content);
  for (const refit of [false, true]) {
    const again = await assemblePersonas(context, { refit });
    const written = planChanges(again.files, context.present).filter(
      ({ change }) => change !== 'unchanged',
    );
    expect(written.map(({ path }) => path)).toEqual([]);
  }
});

test('assemblePersonas() assigns by the stored model, and says how far the customers moved since', async () => {
  const content = contents[3] ?? failed();
  const stored = readStoredSegmentation(personaContext(engine, content).present, {
    channelNames: {},
  });
  await sellWatchesToAll();
  const { segmentation } = await assemblePersonas(quarterContext(QUARTERS[3], content), {
    refit: false,
  });
  expect(segmentation.model).toEqual(stored?.model);
  expect(stored?.drift?.level).toBe('none');
  expect(segmentation.drift?.level).toBe('major');
  expect(segmentation.drift?.features[0]?.id).toBe('orderValue');
});

/** Everything costs forty times as much. */
async function sellWatchesToAll(): Promise<void> {
  await engine.run('UPDATE order_lines SET value = value * 40, discount = discount * 40');
  await forgetSums();
}
