import type { Fact, Unit } from '#core/schemas/fact.ts';
import type { KpiPoint } from '#core/schemas/kpi.ts';
import { VoiceSchema } from '#core/schemas/voice.ts';
import type { KpiEntry } from '#data/kpis.ts';
import type { PersonaEntry } from '#data/personas.ts';
import type { VoiceEntry } from '#data/voices.ts';
import { AS_OF, PERIOD, months, wave } from './shown-measures.ts';

/** Sixty letters, the longest name that a card must hold. */
export const LONG_NAME = 'The twice-yearly outdoor and tailoring big-basket gift-giver';

function head(label: string, unit: Unit, n: number) {
  return {
    id: 'current',
    label,
    unit,
    n,
    period: PERIOD,
    asOf: AS_OF,
    sources: ['shopify-orders', 'klaviyo-campaigns'],
    formula: 'Returned value ÷ product value after discounts of the same purchases',
  };
}

interface ShownFact {
  state: string;
  fact: Fact;
}

/** A figure in every state that a reader can meet. */
export const FACTS: readonly [ShownFact, ...ShownFact[]] = [
  {
    state: 'As usual',
    fact: {
      ...head('Return rate', 'ratio', 14_732),
      status: 'ok',
      value: 0.223,
      interval: {
        low: 0.214,
        high: 0.231,
        level: 0.95,
        method: 'ratio estimator, linearised on the log scale',
      },
    },
  },
  {
    state: 'A large amount',
    fact: { ...head('Net revenue', 'money', 9_214_732), status: 'ok', value: 1_234_567_890.12 },
  },
  { state: 'Nothing', fact: { ...head('Complaints', 'count', 400), status: 'ok', value: 0 } },
  {
    state: 'In words',
    fact: { ...head('Usual first buy', 'text', 214), status: 'ok', value: 'Selvedge jeans' },
  },
  {
    state: 'A few customers decide it',
    fact: {
      ...head('Net revenue retention', 'ratio', 22),
      status: 'ok',
      value: 0.12,
      intervalUnknown: true,
    },
  },
  {
    state: 'Out of date',
    fact: {
      ...head('On-time delivery', 'ratio', 1_075),
      status: 'stale',
      value: 0.905,
      reason: 'The newest shipment is 41 days older than the newest order',
    },
  },
  {
    state: 'Too few people',
    fact: {
      ...head('Repeat purchase rate', 'ratio', 0),
      status: 'suppressed',
      value: null,
      reason: 'Fewer than 10 customers: withheld to protect them',
    },
  },
  {
    state: 'Cannot be known',
    fact: {
      ...head('Order accuracy', 'ratio', 0),
      status: 'unavailable',
      value: null,
      reason: 'No export of checked parcels was found',
    },
  },
];

/** Months in the states of their line: hardly sure, and with intervals of some of them. */
const SERIES: readonly { state: string; series: KpiPoint[] }[] = [
  { state: 'Hardly sure', series: months(25, (index) => wave(index, 0.15)) },
  {
    state: 'Some months without an interval',
    series: months(25, (index) => wave(index, index % 3 === 0 ? 0 : 0.018)),
  },
];

/** KPI cards: one in each state of its figure, two of its line, and one with a name that is too long. */
export function kpisInStates(base: KpiEntry): KpiEntry[] {
  const withFact = (title: string, fact: Fact): KpiEntry => ({
    ...base,
    title,
    current: fact,
    figures: { ...base.figures, unit: fact.unit, facts: [fact, ...base.figures.facts.slice(1)] },
    story: base.story && { ...base.story, title },
  });
  return [
    { ...base, title: LONG_NAME },
    ...FACTS.map(({ state, fact }) => withFact(`${fact.label}: ${state}`, fact)),
    ...SERIES.map(({ state, series }) => {
      const card = withFact(`Return rate: ${state}`, FACTS[0].fact);
      return { ...card, figures: { ...card.figures, series } };
    }),
  ];
}

/** So many Portraits, whatever the content holds; the first has the longest name. */
export function cast(bases: readonly PersonaEntry[], count: number): PersonaEntry[] {
  return Array.from({ length: bases.length === 0 ? 0 : count }, (_, index) => {
    const base = bases[index % bases.length] as PersonaEntry;
    return {
      ...base,
      tone: (index % 6) + 1,
      stripes: Math.floor(index / 6),
      isCore: false,
      ...(index === 0 && count > 1 ? { name: LONG_NAME } : {}),
    };
  });
}

/** Voices that no content holds: usual, short, and everything as long as it may be. */
export function voicesInStates(): VoiceEntry[] {
  const voice = { does: 'Packs', quote: 'Somebody is in it.', story: 'Little to tell.' };
  const longest = {
    name: LONG_NAME,
    does: 'Answers the phone, opens what comes back and knows where everything lies. '.repeat(2),
    quote:
      'They have read everything before they come in. What they want is where it rubs. '.repeat(2),
    story: 'A sentence of a story that goes on for as long as a story may. '.repeat(18),
  };
  return [voice, { ...voice, name: 'Bo' }, longest].map((fields, index) => ({
    ...VoiceSchema.parse({ name: 'Ada', ...fields, does: fields.does.slice(0, 100) }),
    id: `shown-${index}`,
    tone: index + 1,
  }));
}
