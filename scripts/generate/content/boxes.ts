import { startingSentence } from '#core/language/first-letter.ts';
import { BoxesSchema, type Boxes } from '#core/schemas/boxes.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { SCHEMA_VERSION } from '#core/schemas/identifiers.ts';
import type { Persona } from '#core/schemas/persona.ts';
import type { GenerateContext } from '../generate-context.ts';
import { readBoxCounts, type BoxCounts } from '../warehouse/box-counts.ts';
import type { ContentFile } from './content-file.ts';
import { contentJson } from './content-json.ts';

/** content/boxes.json: who is in the boxes of the last days, by Portrait, and how many are first orders and gifts. */
export async function assembleBoxes(
  context: GenerateContext,
  personas: readonly Persona[],
): Promise<ContentFile> {
  const { engine, config, asOf } = context;
  const counts = await readBoxCounts(engine, asOf, config.boxes.days);
  const file: Boxes = {
    schemaVersion: SCHEMA_VERSION,
    dataset: config.dataset,
    asOf,
    period: counts?.period ?? null,
    ...(counts ? countedBoxes(context, counts, personas) : { facts: [], parts: [] }),
  };
  return { path: 'boxes.json', kind: 'machine', text: contentJson(BoxesSchema.parse(file)) };
}

function countedBoxes(
  { asOf, config, sources }: GenerateContext,
  counts: BoxCounts,
  personas: readonly Persona[],
): Pick<Boxes, 'facts' | 'parts'> {
  const { period, orders, known, first, gifts, unassigned, core } = counts;
  const count = (id: string, label: string, value: number, formula: string, n = orders): Fact => ({
    ...{ id, label, formula, period, asOf, n, value },
    unit: 'count',
    counted: 'orders',
    sources: sources['orders'] ?? [],
    status: 'ok',
  });
  const parts = partsOf(counts, personas, config.coreCustomer);
  const hasRule = config.coreCustomer?.rule !== undefined;
  const isByRule = hasRule && counts.personas.length === 0;
  const all = count('orders', 'Orders', orders, 'Orders with a product that were not cancelled');
  const giftOrders = count('gifts', 'Gifts', gifts, 'Orders marked as a gift');
  return {
    facts: [
      all,
      count(
        'firstOrders',
        'First orders',
        first,
        'Orders placed on the first day on which the exports hold an order of the customer',
        known,
      ),
      counts.giftsAreKnown ? giftOrders : unmarked(giftOrders),
      count(
        'ofNobodyKnown',
        'Of people we do not know',
        orders - known,
        'Orders without anything that tells who bought',
      ),
      count(
        'withoutPortrait',
        'Of customers without a Portrait',
        unassigned - (isByRule ? core : 0),
        'Orders of known customers whom no Portrait was given',
        known,
      ),
      ...(hasRule
        ? [
            count(
              'ofCoreCustomer',
              'Of our core customer',
              core,
              'Orders whose customer meets the rule of the core customer',
              known,
            ),
          ]
        : []),
      ...parts.map(({ fact, name, orders: own }) =>
        count(
          fact,
          `Orders of ${name}`,
          own,
          'Orders whose customer belongs to this Portrait',
          known,
        ),
      ),
    ],
    parts: parts.map(({ persona, fact }) => ({ persona, fact })),
  };
}

function unmarked({ id, label, unit, period, asOf, sources, formula }: Fact): Fact {
  const reason = 'No order is marked as a gift; giftPatterns in the config can mark them';
  const head = { id, label, unit, period, asOf, sources, formula };
  return { ...head, n: 0, status: 'unavailable', value: null, reason };
}

interface Part {
  persona: string;
  fact: string;
  name: string;
  orders: number;
}

/** By the Portraits found; where none were, by the core customer's rule, which some meet and others do not. */
function partsOf(
  { personas: found, core }: BoxCounts,
  personas: readonly Persona[],
  coreCustomer: GenerateContext['config']['coreCustomer'],
): Part[] {
  const ruled = coreCustomer?.rule && { persona: coreCustomer.persona, orders: core };
  const counted = found.length > 0 ? found : ruled ? [ruled] : [];
  return counted.map(({ persona, orders }) => ({
    persona,
    orders,
    fact: factId(persona),
    name: personas.find(({ id }) => id === persona)?.workingName ?? persona,
  }));
}

/** "monthly-jeans-loyalist" → "ordersOfMonthlyJeansLoyalist"; an id may have 80 characters, and so may this one. */
function factId(persona: string): string {
  const words = persona.split('-').map(startingSentence);
  return `ordersOf${words.join('')}`.slice(0, 80);
}
