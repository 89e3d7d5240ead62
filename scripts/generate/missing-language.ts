import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Issue } from '#core/schemas/issue.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';

const OWN_FOLDER = fileURLToPath(new URL('../../src/core/language', import.meta.url));

/** The interface's language where no file holds its texts: the site could not be built. */
export function missingLanguage(file: string, { language }: PortalConfig): Issue[] {
  const folder = resolve(process.env['PORTAL_LANGUAGES'] ?? OWN_FOLDER);
  if (existsSync(join(folder, `${language}.json`))) return [];
  const known = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort()
    : [];
  const names = known.map((name) => JSON.stringify(name.replace(/\.json$/, ''))).join(' or ');
  return [
    {
      file,
      column: 'language',
      found: JSON.stringify(language),
      expected: `a language with a file of texts: ${names || 'there is none'} (docs/language.md; numbers and dates are written as locale says)`,
    },
  ];
}
