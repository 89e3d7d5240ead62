import { expect, test } from 'vitest';
import { ScreenSettingsSchema } from '#core/schemas/screen-settings.ts';
import type { Portal } from '#data/portal.ts';
import { unknownSlides } from '../../src/components/unknown-slides.ts';
import { numberFact } from '../core/personas/build-fact.ts';

const portal = {
  personas: [{ id: 'giver' }],
  kpis: [{ id: 'return-rate' }],
  insights: [],
  voices: [{ id: 'ada' }],
  facts: new Map([['kpis/return-rate', [numberFact('current', 0.2)]]]),
} as unknown as Portal;

function unknown(...slides: object[]): string[] {
  const { playlists } = ScreenSettingsSchema.parse({
    playlists: { own: { title: 'Own', slides } },
  });
  return unknownSlides(portal, { slides: playlists['own']?.slides ?? [] });
}

test('unknownSlides() names what a playlist asks for in vain', () => {
  expect(
    unknown(
      { show: 'portraits', only: ['giver', 'givr'] },
      { show: 'comparisons', pairs: [['giver', 'gone']] },
      { show: 'kpis', only: ['giver'] },
      { show: 'voices', only: ['ada', 'giver'] },
      { show: 'boxes', when: { of: 'kpis/gone', holds: 'current > 0' } },
      { show: 'boxes', when: { of: 'kpis/return-rate', holds: 'currnt > 0' } },
    ),
  ).toEqual([
    '"portraits" names "givr", which is not in content/',
    '"comparisons" names "gone", which is not in content/',
    '"kpis" names "giver", which is not in content/',
    '"voices" names "giver", which is not in content/',
    '"when" asks for facts of "kpis/gone", which is not in content/',
    '"when" asks for "currnt", and "kpis/return-rate" has no such fact',
  ]);
});

test('unknownSlides() has nothing to say of what is there, nor of conditions on the slides’ own facts', () => {
  expect(
    unknown(
      { show: 'portraits', only: ['giver'] },
      { show: 'kpis', when: { holds: 'grossRetention > 0.5' } },
      { show: 'boxes', when: { of: 'kpis/return-rate', holds: 'current > 0' } },
    ),
  ).toEqual([]);
});
