import { describe, expect, test } from 'vitest';
import { relativeAddresses } from '../../src/build/relative-links.ts';

describe('relativeAddresses()', () => {
  test.each([
    ['index.html', '<a href="/personas/x/">', '<a href="./personas/x/">'],
    ['personas/x/index.html', '<a href="/">', '<a href="../../">'],
    ['personas/x/index.html', '<img src="/faces/x.svg">', '<img src="../../faces/x.svg">'],
    ['search/index.html', '<form data-index="/i.json">', '<form data-index="../i.json">'],
    ['_astro/a.css', 'src:url(/_astro/b.woff2)', 'src:url(../_astro/b.woff2)'],
    ['personas/index.html', '<a href="#main">', '<a href="#main">'],
    ['personas/index.html', '<a href="https://x/">', '<a href="https://x/">'],
    ['personas/index.html', '<a href="//x/">', '<a href="//x/">'],
    ['404.html', '<a href="/personas/">', '<a href="/personas/">'],
  ])('in %s turns %s into %s', (path, text, expected) => {
    expect(relativeAddresses(text, path)).toBe(expected);
  });
});
