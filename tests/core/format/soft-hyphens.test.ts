import { expect, test } from 'vitest';
import { softHyphens } from '#core/format/soft-hyphens.ts';

const shown = (text: string): string => softHyphens(text).replaceAll('\u00ad', '-');

test('softHyphens() leaves words alone that fit wherever a name stands', () => {
  expect(shown('The Gift-giving Grandparent')).toBe('The Gift-giving Grandparent');
});

test('softHyphens() breaks long words between syllables of several languages', () => {
  expect(shown('Geschenkekäuferin 04')).toBe('Geschen-ke-käu-ferin 04');
  expect(shown('Büro-Kaffeeverantwortliche')).toBe('Büro-Kaffee-ver-ant-wort-liche');
  expect(shown('Internationalisation')).toBe('Inter-na-tio-na-li-sa-tion');
});

test('softHyphens() keeps four letters before a hyphen and three after it, and changes no letter', () => {
  for (const word of ['Donaudampfschifffahrtsgesellschaftskapitän', 'Rabattgutscheinwunsch']) {
    const parts = shown(word).split('-');
    expect(parts.join('')).toBe(word);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts[0]?.length).toBeGreaterThanOrEqual(4);
    expect(parts.at(-1)?.length).toBeGreaterThanOrEqual(3);
  }
});

test('softHyphens() finds no syllables in letters of other alphabets', () => {
  expect(shown('Расследовательница')).toBe('Расследовательница');
});
