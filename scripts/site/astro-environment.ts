import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { REPOSITORY } from '#scripts/cli/run-tool.ts';

/**
 * What Astro is told about a call. Its cache remembers where each text lies, so every content folder has a cache of
 * its own: texts that are alike in two folders would else be read from the wrong one.
 */
export function astroEnvironment(content: string, config: string): Record<string, string> {
  const name = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return {
    PORTAL_CONTENT: content,
    PORTAL_CONFIG: config,
    PORTAL_CACHE: process.env['PORTAL_CACHE'] ?? join(REPOSITORY, 'node_modules/.astro', name),
    ASTRO_TELEMETRY_DISABLED: '1',
  };
}
