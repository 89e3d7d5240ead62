import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { REPOSITORY } from '#scripts/cli/places.ts';

/**
 * What Astro is told about a call. Its cache remembers where each text lies, so every content folder has a cache of
 * its own: texts that are alike in two folders would else be read from the wrong one. The public site never shares one
 * with the internal site, which knows everything.
 */
export function astroEnvironment(
  content: string,
  config: string,
  site: 'internal' | 'public' = 'internal',
): Record<string, string> & { PORTAL_CACHE: string } {
  const name = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const cache = process.env['PORTAL_CACHE'] ?? join(REPOSITORY, 'node_modules/.astro', name);
  return {
    PORTAL_CONTENT: content,
    PORTAL_CONFIG: config,
    PORTAL_CACHE: site === 'internal' ? cache : `${cache}-${site}`,
    ASTRO_TELEMETRY_DISABLED: '1',
    // What bundling took goes back at once: its allocator would keep a quarter of a gigabyte while pages are written.
    MIMALLOC_PURGE_DELAY: '0',
    // What is new and soon gone is collected early: waiting for more of it would hold up to a tenth of all memory.
    NODE_OPTIONS: [process.env['NODE_OPTIONS'] ?? '', '--max-semi-space-size=16'].join(' ').trim(),
  };
}
