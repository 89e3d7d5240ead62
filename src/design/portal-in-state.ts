import { factsByOwner } from '#data/facts.ts';
import type { PersonaEntry } from '#data/personas.ts';
import type { Portal } from '#data/portal.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { LONG_NAME } from './shown-states.ts';

/** More than fit on fifty pages of their list. */
const MANY_LEARNINGS = 2_000;
const MANY_PORTRAITS = 12;

/** The content of the portal in every state that its pages must stand. */
export const STATES: Readonly<Record<string, (portal: Portal) => Portal>> = {
  usual: (portal) => portal,
  nothing: (portal) =>
    withFacts({
      ...portal,
      ...{ personas: [], unlisted: [], kpis: [], insights: [], begun: [], voices: [] },
      ...{
        audiences: null,
        boxes: null,
        market: null,
        dataset: null,
        segmentation: null,
        asOf: null,
      },
    }),
  // KPIs and the facts of what is left out stay: the texts that are left name them.
  one: ({ personas, ...portal }) => ({
    ...portal,
    ...{ personas: personas.slice(0, 1), unlisted: personas.slice(1) },
    ...{ insights: portal.insights.slice(0, 1), voices: portal.voices.slice(0, 1) },
  }),
  much: (portal) =>
    withFacts({
      ...portal,
      personas: manyPortraits(portal.personas),
      kpis: portal.kpis.map((kpi) => ({ ...kpi, title: LONG_NAME })),
      insights: repeated(portal.insights, MANY_LEARNINGS).map((insight, at) => ({
        ...insight,
        title: `${LONG_NAME} ${at + 1}`,
      })),
    }),
  'out-of-date': (portal) =>
    withEveryFact(portal, (fact) =>
      fact.status === 'ok'
        ? {
            ...fact,
            status: 'stale',
            reason: 'The newest shipment is 41 days older than the newest order',
          }
        : fact,
    ),
  withheld: (portal) => withEveryFact(portal, withheld),
};

/** So many Portraits, each with a name of sixty letters; those beyond the content's own are theirs again. */
function manyPortraits(personas: readonly PersonaEntry[]): PersonaEntry[] {
  return repeated(personas, MANY_PORTRAITS).map((persona, index) => ({
    ...persona,
    name: LONG_NAME,
    tone: (index % 6) + 1,
    stripes: Math.floor(index / 6),
    isCore: index === 0 && persona.isCore,
  }));
}

/** Entries again and again until there are so many; the second time they have ids of their own. */
export function repeated<Entry extends { id: string }>(
  entries: readonly Entry[],
  count: number,
): Entry[] {
  return Array.from(
    { length: entries.length === 0 ? 0 : Math.max(count, entries.length) },
    (_, at) => {
      const entry = entries[at % entries.length] as Entry;
      const round = Math.floor(at / entries.length);
      return round === 0 ? entry : { ...entry, id: `${entry.id}-${round + 1}` };
    },
  );
}

function withEveryFact(portal: Portal, changed: (fact: Fact) => Fact): Portal {
  const inFigures = <Figures extends { facts: Fact[] }>(figures: Figures): Figures => ({
    ...figures,
    facts: figures.facts.map(changed),
  });
  return withFacts({
    ...portal,
    personas: portal.personas.map((persona) => ({
      ...persona,
      figures: persona.figures && inFigures(persona.figures),
    })),
    kpis: portal.kpis.map((kpi) => ({
      ...kpi,
      current: changed(kpi.current),
      figures: inFigures(kpi.figures),
    })),
    boxes: portal.boxes && inFigures(portal.boxes),
    market: portal.market && {
      ...portal.market,
      platforms: portal.market.platforms.map(inFigures),
    },
  });
}

function withheld({ id, label, unit, period, asOf, sources, formula }: Fact): Fact {
  return {
    ...{ id, label, unit, n: 0, period, asOf, sources, formula },
    ...{
      status: 'suppressed',
      value: null,
      reason: 'Fewer than 10 customers: withheld to protect them',
    },
  };
}

function withFacts(portal: Portal): Portal {
  const { personas, unlisted, kpis, insights, begun, audiences, boxes, market, dataset } = portal;
  return {
    ...portal,
    facts: factsByOwner({
      ...{ kpis, audiences, boxes, market, dataset },
      personas: [...personas, ...unlisted],
      insights: [...insights, ...begun],
    }),
  };
}
