import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { KpiSchema } from '#core/schemas/kpi.ts';
import { PersonaSchema } from '#core/schemas/persona.ts';
import { PortalConfigSchema } from '#core/schemas/portal-config.ts';
import { VoiceSchema } from '#core/schemas/voice.ts';
import type { PersonaEntry } from '#data/personas.ts';
import type { Portal } from '#data/portal.ts';
import type { VoiceEntry } from '#data/voices.ts';
import { slides } from '../../src/components/slides.ts';
import { numberFact, rangedFact } from '../core/personas/build-fact.ts';
import { BOXES, personaEntry } from './build-portal.ts';

const content = new URL('../fixtures/content/', import.meta.url);
const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(path, content), 'utf8')) as unknown;
const kpiFigures = KpiSchema.parse(read('kpis/net-revenue.json'));
const personaFigures = PersonaSchema.parse(read('personas/brand-enthusiast.json'));

function kpi(id: string, isExplained = true) {
  const [current] = kpiFigures.facts;
  if (!current) throw new Error('The fixture has no figure');
  const { label: title, meaning } = kpiFigures;
  return {
    ...{ id, title, meaning, isExplained, figures: kpiFigures, current },
    ...{ story: null, document: null },
  };
}

function voice(id: string): VoiceEntry {
  const fields = { name: id, does: 'Packs', quote: 'Somebody is in it.', story: 'Told.' };
  return { id, tone: 1, ...VoiceSchema.parse(fields) };
}

function config(screens: object = {}) {
  const shop = { dataset: 'shop', company: { name: 'Shop' }, currency: 'EUR', timeZone: 'UTC' };
  return PortalConfigSchema.parse({ ...shop, screens });
}

function portal(changed: Partial<Portal> = {}): Portal {
  return {
    config: config(),
    formats: { locale: 'en-GB', currency: 'EUR', timeZone: 'UTC' },
    ...{
      personas: [],
      unlisted: [],
      kpis: [],
      insights: [],
      begun: [],
      voices: [],
      audiences: null,
      boxes: null,
      market: null,
    },
    ...{ dataset: null, segmentation: null, asOf: null },
    facts: new Map(),
    ...changed,
  };
}

/** The slides of a playlist in one word each. */
function shown(portal: Portal, ...entries: object[]): string[] {
  const { playlists } = config({ playlists: { own: { title: 'Own', slides: entries } } }).screens;
  return slides(portal, { slides: playlists['own']?.slides ?? [] }).map(({ content }) => {
    if (content.kind === 'portrait') return content.persona.id;
    if (content.kind === 'kpi') return content.kpi.id;
    if (content.kind === 'quote') return content.quote.text;
    if (content.kind === 'voice') return content.voice.id;
    return content.kind;
  });
}

const NOTICE = { show: 'notice', title: 'Welcome', until: '2026-12-24' };

describe('slides()', () => {
  test('takes of each entry the first, then of each the second', () => {
    const content = portal({
      personas: [personaEntry('giver'), personaEntry('other'), personaEntry('third')],
      kpis: [kpi('one'), kpi('two')],
      boxes: BOXES,
    });
    expect(
      shown(content, { show: 'portraits' }, { show: 'boxes' }, NOTICE, { show: 'kpis' }),
    ).toEqual(['giver', 'boxes', 'notice', 'one', 'other', 'two', 'third']);
  });

  test('leaves out a KPI that nobody has explained', () => {
    const content = portal({ kpis: [kpi('unexplained', false), kpi('explained')] });
    expect(shown(content, { show: 'kpis' })).toEqual(['explained']);
  });

  test('takes those that are named, in that order, and passes over what does not exist any more', () => {
    const content = portal({ kpis: [kpi('one'), kpi('two'), kpi('three')] });
    const only = ['three', 'gone', 'one'];
    expect(shown(content, { show: 'kpis', only })).toEqual(['three', 'one']);
    expect(shown(content, { show: 'kpis', most: 2 })).toEqual(['one', 'two']);
  });

  test('shows a slide only while its condition holds, on its own facts or another’s', () => {
    const facts = new Map([
      ['kpis/return-rate', [numberFact('current', 0.25, 'ratio')]],
      ['kpis/calm', [numberFact('current', 0.1, 'ratio')]],
    ]);
    const content = portal({ facts, kpis: [kpi('return-rate'), kpi('calm'), kpi('unknown')] });
    const holds = 'current > 0.2';
    expect(shown(content, { show: 'kpis', when: { holds } })).toEqual(['return-rate']);
    expect(shown(content, { ...NOTICE, when: { of: 'kpis/return-rate', holds } })).toEqual([
      'notice',
    ]);
    expect(shown(content, { ...NOTICE, when: { of: 'kpis/calm', holds } })).toEqual([]);
  });

  test('leaves out figures of exports that have been silent for too long where stale ones are dropped', () => {
    const silent = { source: 'orders', newest: '2025-01-01', ageDays: 99, limitDays: 14 };
    const content = portal({
      facts: new Map([['kpis/late', [numberFact('current', 1, 'count')]]]),
      kpis: [kpi('late')],
      dataset: { freshness: [{ ...silent, isStale: true }] } as unknown as Portal['dataset'],
    });
    const [source] = numberFact('current', 1, 'count').sources;
    expect(source).toBe('orders');
    expect(shown(content, { show: 'kpis' })).toEqual(['late']);
    expect(shown(content, { show: 'kpis', stale: 'dropped' })).toEqual([]);
  });

  test('says from which day on figures are out of date', () => {
    const { screens } = config();
    const entries = screens.playlists['office']?.slides ?? [];
    const [slide] = slides(portal({ kpis: [kpi('net-revenue')] }), { slides: entries });
    expect(slide?.asOf).toBe('2026-06-30');
    expect(slide?.schedule.staleFrom).toBe('2026-07-15');
  });

  test('claims no day for the figures of a study, and never that they are old', () => {
    const [fact] = personaFigures.facts;
    if (!fact) throw new Error('The fixture has no figure');
    const figures = { ...personaFigures, facts: [{ ...fact, timeUnknown: true as const }] };
    const personas = [personaEntry('collector', { figures })];
    const [slide] = slides(portal({ personas }), { slides: [{ show: 'portraits', at: [] }] });
    expect(slide).toMatchObject({ asOf: null, schedule: { staleFrom: null } });
  });

  test('brings quotes that can be read on a wall, and voices where somebody tells something', () => {
    const long = 'word '.repeat(60);
    const body = [
      '<Quote by="a customer">\n  The fit never changes.\n</Quote>',
      `<Quote>\n  ${long}\n</Quote>`,
      '<Claim when="ordersPerYear >= 9">\n  <Quote>\n    Unsaid.\n  </Quote>\n</Claim>',
    ].join('\n\n');
    const document = { body } as unknown as PersonaEntry['document'];
    const content = portal({ personas: [personaEntry('giver', { document })] });
    expect(shown(content, { show: 'quotes' }, { show: 'voices' })).toEqual([
      'The fit never changes.',
    ]);
    const voices = [voice('ada'), voice('ben'), voice('cleo')];
    expect(shown(portal({ voices }), { show: 'voices', only: ['cleo', 'ada'] })).toEqual([
      'cleo',
      'ada',
    ]);
    const [slide] = slides(portal({ voices }), { slides: [{ show: 'voices', at: [] }] });
    expect(slide).toMatchObject({ path: '/voices/#ada', asOf: null });
    expect(slide?.schedule.staleFrom).toBeNull();
  });

  test('says of a voice on which day it was told, and never that it is old', () => {
    const voices = [{ ...voice('ada'), told: '2024-05-12' }];
    const [slide] = slides(portal({ voices }), { slides: [{ show: 'voices', at: [] }] });
    expect(slide).toMatchObject({ asOf: '2024-05-12', schedule: { staleFrom: null } });
  });

  test('marks a quote as old with the Portrait whose day it carries', () => {
    const document = {
      body: '<Quote>\n  It fits.\n</Quote>',
    } as unknown as PersonaEntry['document'];
    const personas = [personaEntry('giver', { document, figures: personaFigures })];
    const [of, quote] = ['portraits' as const, 'quotes' as const].map(
      (show) => slides(portal({ personas }), { slides: [{ show, at: [] }] })[0],
    );
    expect(quote?.content.kind).toBe('quote');
    expect(quote?.schedule.staleFrom).not.toBeNull();
    expect(quote?.schedule.staleFrom).toBe(of?.schedule.staleFrom);
  });

  test('puts Portraits beside each other that have figures, nobody twice', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const figures = ids.map((_, index) => ({
      ...personaFigures,
      facts: [
        rangedFact('yearlySpend', 600 + index, [590, 610], 'money'),
        rangedFact('ordersPerYear', 2 + index, [1.9 + index, 2.1 + index], 'perYear'),
      ],
    }));
    const personas = ids.map((id, index) => personaEntry(id, { figures: figures[index] ?? null }));
    const entry = [{ show: 'comparisons' as const, most: 9, at: [] }];
    const pairs = slides(portal({ personas }), { slides: entry }).flatMap(({ content }) =>
      content.kind === 'comparison' ? content.pair.map(({ id }) => id) : [],
    );
    expect(pairs.length).toBe(4);
    expect(new Set(pairs).size).toBe(4);
    expect(pairs.slice(0, 2)).toEqual(['a', 'e']);
  });

  test('is empty without content', () => {
    for (const { slides: entries } of Object.values(config().screens.playlists)) {
      expect(slides(portal(), { slides: entries })).toEqual([]);
    }
  });
});
