import { expect, test } from 'vitest';
import { wallAddress } from '#components/wall-address.ts';

test('wallAddress() keeps the folder the portal is served from, and opens the notes of a role', () => {
  for (const base of ['https://portal.example/know', 'https://portal.example/know/']) {
    const { url, printed, path } = wallAddress(base, 'brand-enthusiast', 'packing');
    expect(url?.href).toBe('https://portal.example/know/personas/brand-enthusiast/?role=packing');
    expect(printed).toBe('portal.example/know/personas/brand-enthusiast/');
    expect(path).toBe('/personas/brand-enthusiast/');
  }
});

test('wallAddress() prints nothing where the portal has no address', () => {
  expect(wallAddress(undefined, 'brand-enthusiast', 'packing')).toEqual({
    path: '/personas/brand-enthusiast/',
    url: null,
    printed: null,
  });
});
