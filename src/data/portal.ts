import { words } from './words.ts';
import type { Formats } from '#core/format/formats.ts';
import type { DataQuality } from '#core/schemas/data-quality.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import type { Segmentation } from '#core/schemas/segmentation.ts';
import type { Audiences } from '#core/schemas/audience.ts';
import type { Boxes } from '#core/schemas/boxes.ts';
import type { Market } from '#core/schemas/market.ts';
import { namedBoxes } from '#core/personas/named-boxes.ts';
import { getAudiences } from './audiences.ts';
import { getBoxes } from './boxes.ts';
import { config } from './config.ts';
import { getDataset, getSegmentation } from './dataset.ts';
import { factsByOwner, type FactsByOwner } from './facts.ts';
import { isListed } from './is-listed.ts';
import { getInsights, type InsightEntry } from './insights.ts';
import { getKpis, type KpiEntry } from './kpis.ts';
import { getMarket } from './market.ts';
import { getPersonas, type PersonaEntry } from './personas.ts';
import { getVoices, type VoiceEntry } from './voices.ts';

/** Everything the site says, joined and in reading order: what pages and components are given. */
export interface Portal {
  config: PortalConfig;
  formats: Formats;
  personas: readonly PersonaEntry[];
  /** Portraits that were found no more, or that nobody has written yet: they have pages, no list shows them. */
  unlisted: readonly PersonaEntry[];
  kpis: readonly KpiEntry[];
  insights: readonly InsightEntry[];
  /** Learnings that nobody has written yet: they have pages, no list shows them. */
  begun: readonly InsightEntry[];
  /** Colleagues who tell what they see of customers. */
  voices: readonly VoiceEntry[];
  /** Audiences in numbers and words; null before the first run of generate. */
  audiences: Audiences | null;
  /** Who is in the boxes of the last days; null before the first run of generate. */
  boxes: Boxes | null;
  /** What each platform costs and brings by its own account; null before the first run of generate. */
  market: Market | null;
  facts: FactsByOwner;
  dataset: DataQuality | null;
  segmentation: Segmentation | null;
  /** Day on which the figures stand; null before the first run of generate. */
  asOf: string | null;
}

let portal: Promise<Portal> | undefined;

/** The whole content, read once a build and anew for each page of `dev`. */
export function getPortal(): Promise<Portal> {
  if (import.meta.env.DEV) return readPortal();
  portal ??= readPortal();
  return portal;
}

async function readPortal(): Promise<Portal> {
  const [everybody, kpis, learnings, voices, audiences, counted, market, dataset, segmentation] =
    await Promise.all([
      getPersonas(),
      getKpis(),
      getInsights(),
      getVoices(),
      getAudiences(),
      getBoxes(),
      getMarket(),
      getDataset(),
      getSegmentation(),
    ]);
  const { locale, currency, timeZone, language } = config;
  const formats = { locale, currency, timeZone, language, words };
  const boxes = counted && namedBoxes(counted, everybody, formats);
  const isCurrent = (persona: PersonaEntry): boolean =>
    isListed(persona) && !persona.figures?.retired;
  return {
    config,
    formats,
    personas: everybody.filter(isCurrent),
    unlisted: everybody.filter((persona) => !isCurrent(persona)),
    kpis,
    insights: learnings.filter(isListed),
    begun: learnings.filter((learning) => !isListed(learning)),
    voices,
    audiences,
    boxes,
    market,
    facts: factsByOwner({
      ...{ personas: everybody, insights: learnings },
      ...{ kpis, audiences, boxes, market, dataset },
    }),
    dataset,
    segmentation,
    asOf: dataset?.asOf ?? null,
  };
}
