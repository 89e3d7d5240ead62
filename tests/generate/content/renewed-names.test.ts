import { expect, onTestFinished, test } from 'vitest';
import { assemblePersonas, type AssembledPersonas } from '#generate/content/personas.ts';
import { planChanges } from '#generate/content/plan-changes.ts';
import type { ContentFile } from '#generate/content/content-file.ts';
import { SEGMENTATION_PATH } from '#generate/content/stored-segmentation.ts';
import { openShop, personaContext, plantCustomers } from './persona-shop.ts';

/** A first fit in which the jeans were wrongly called shirts, and a second one after they were put right. */
async function corrected(
  edit: (file: ContentFile) => ContentFile,
  refit = true,
): Promise<{
  first: AssembledPersonas;
  second: AssembledPersonas;
  again: AssembledPersonas;
  texts: Map<string, string | undefined>;
}> {
  const engine = await openShop(plantCustomers(170));
  onTestFinished(() => engine.close());
  await engine.run("UPDATE orders SET channel = 'eBay'");
  const call = (from: string, to: string) =>
    engine.run(`UPDATE order_lines SET category = '${to}' WHERE category = '${from}'`);
  await call('Jeans', 'Shirts');
  const first = await assemblePersonas(personaContext(engine), { refit: true });
  const files = first.files.map(edit);
  await call('Shirts', 'Jeans');
  const second = await assemblePersonas(personaContext(engine, files), { refit });
  const changes = planChanges(second.files, personaContext(engine, files).present);
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  for (const { path, text } of changes) if (text !== undefined) texts.set(path, text);
  const after = [...texts].map(([path, text]) => ({ path, text, kind: 'machine' as const }));
  const again = await assemblePersonas(personaContext(engine, after), { refit });
  return { first, second, again, texts };
}

const ID = 'monthly-shirts-loyalist';

function nameOf({ personas }: AssembledPersonas): string | undefined {
  return personas.find(({ id }) => id === ID)?.workingName;
}

test('assemblePersonas() renews a working name that corrected data contradict, and says so; the address stays', async () => {
  const { first, second, again, texts } = await corrected((file) => file);
  expect(nameOf(first)).toBe('Monthly Shirts Loyalist');
  expect(nameOf(second)).toBe('Monthly Jeans Loyalist');
  expect(texts.get(`personas/${ID}.mdx`)).toContain('name: Monthly Jeans Loyalist');
  const events = second.segmentation.lineage.find(({ id }) => id === ID)?.events;
  expect(events?.at(-1)).toMatchObject({
    change: 'renamed',
    names: { before: 'Monthly Shirts Loyalist', after: 'Monthly Jeans Loyalist' },
  });
  expect(again.segmentation.lineage).toEqual(second.segmentation.lineage);
});

test('assemblePersonas() leaves the name in a text that somebody has edited', async () => {
  const { second, texts } = await corrected((file) =>
    file.path.endsWith('.mdx') ? { ...file, text: `${file.text}\nOurs.\n` } : file,
  );
  expect(nameOf(second)).toBe('Monthly Shirts Loyalist');
  expect(texts.get(`personas/${ID}.mdx`)).toContain('name: Monthly Shirts Loyalist');
});

/** A stored model that rests on a channel; where that is no more, groups are found anew, unasked. */
const restingOn =
  (channel: string) =>
  (file: ContentFile): ContentFile => {
    if (file.path !== SEGMENTATION_PATH) return file;
    const stored = JSON.parse(file.text) as { model: { features: { id: string }[] } };
    const [first] = stored.model.features;
    if (first) first.id = `channelShare:${channel}`;
    return { ...file, text: JSON.stringify(stored) };
  };

test('assemblePersonas() keeps the name where the groups are not found anew, and renews it where they are, unasked', async () => {
  expect(nameOf((await corrected((file) => file, false)).second)).toBe('Monthly Shirts Loyalist');
  expect(nameOf((await corrected(restingOn('gone'), false)).second)).toBe('Monthly Jeans Loyalist');
});

test('assemblePersonas() goes on with a model that knows a channel by its former name', async () => {
  expect(nameOf((await corrected(restingOn('ebay'), false)).second)).toBe(
    'Monthly Shirts Loyalist',
  );
});
