import { describe, expect, test } from 'vitest';
import { ScreenSettingsSchema } from '#core/schemas/screen-settings.ts';

const NOTICE = { show: 'notice', title: 'Welcome', until: '2026-12-24' };

function playlist(...slides: object[]) {
  return { playlists: { lobby: { title: 'Lobby', slides } } };
}

describe('ScreenSettingsSchema', () => {
  test('has four playlists, a dark screen and a night without a line in the config', () => {
    const { playlists, theme, night } = ScreenSettingsSchema.parse({});
    expect(Object.keys(playlists)).toEqual(['office', 'packing', 'service', 'leadership']);
    expect(theme).toBe('dark');
    expect(night).toEqual({ from: 20 * 60, to: 6 * 60 });
  });

  test('adds a playlist, and puts one of the same id in the place of the former', () => {
    const own = { title: 'Our office', slides: [NOTICE] };
    const { playlists } = ScreenSettingsSchema.parse({ playlists: { lobby: own, office: own } });
    expect(Object.keys(playlists)).toEqual(['office', 'packing', 'service', 'leadership', 'lobby']);
    expect(playlists['office']?.slides.map(({ show }) => show)).toEqual(['notice']);
  });

  test('reads times as minutes, and takes every day where none is named', () => {
    const at = [
      { from: '22:00', to: '06:30' },
      { on: ['sat'], to: '24:00' },
    ];
    const { playlists } = ScreenSettingsSchema.parse(playlist({ ...NOTICE, at }));
    expect(playlists['lobby']?.slides[0]?.at).toEqual([
      { on: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: 1320, to: 390 },
      { on: ['sat'], from: 0, to: 1440 },
    ]);
  });

  test.each([
    [{ ...NOTICE, at: [{ from: '25:00' }] }, 'expected a time such as "08:30"'],
    [{ ...NOTICE, at: [{ from: '08:00', to: '08:00' }] }, 'ends at another time'],
    [{ ...NOTICE, at: [{ from: '24:00', to: '08:00' }] }, 'begins before 24:00'],
    [{ ...NOTICE, until: undefined }, 'expected its last day'],
    [{ show: 'kpis', when: { holds: 'current >' } }, 'expected a number'],
    [{ show: 'weather' }, 'expected portraits, comparisons'],
    [{ show: 'boxes', most: 3 }, 'most'],
  ])('refuses %j', (slide, message) => {
    const result = ScreenSettingsSchema.safeParse(playlist(slide));
    expect(result.success).toBe(false);
    expect(JSON.stringify(result.error?.issues)).toContain(message.replace(/"/g, '\\"'));
  });
});
