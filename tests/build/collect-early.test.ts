import { expect, test } from 'vitest';
import { collectEarly } from '#build/collect-early.ts';

/** What the engine is told before pages are written. */
function told(isPart: boolean): string[] {
  const flags: string[] = [];
  const { hooks } = collectEarly(
    () => isPart,
    (flag) => flags.push(flag),
  );
  (hooks['astro:build:setup'] as () => void)();
  return flags;
}

test('collectEarly() keeps the heap small where all pages are written', () => {
  expect(told(false)).toEqual(['--heap-growing-percent=50']);
});

test('collectEarly() takes no time of a build that writes only some of them', () => {
  expect(told(true)).toEqual([]);
});
