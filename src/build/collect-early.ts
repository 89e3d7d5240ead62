import { setFlagsFromString } from 'node:v8';
import type { AstroIntegration } from 'astro';

/** By how many hundredths the heap may grow before it is looked through again; left alone, V8 lets it grow to several times as much. */
const GROWTH_PERCENT = 50;

/**
 * Collects what pages leave behind while they are written: of a thousand it would pile up to half a gigabyte, three quarters of
 * it of no more use. A build that writes only some of the pages leaves little, and would only lose time.
 *
 * @param isPart whether the build writes only some of the pages
 * @param tell how the engine is told
 */
export function collectEarly(isPart: () => boolean, tell = setFlagsFromString): AstroIntegration {
  return {
    name: 'collect-early',
    hooks: {
      'astro:build:setup': () => {
        if (!isPart()) tell(`--heap-growing-percent=${GROWTH_PERCENT}`);
      },
    },
  };
}
