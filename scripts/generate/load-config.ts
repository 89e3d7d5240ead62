import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PortalConfigSchema, type PortalConfig } from '#core/schemas/portal-config.ts';
import { GenerateError } from './generate-error.ts';

/**
 * Reads and checks a configuration file.
 *
 * @throws GenerateError `config/missing`, `config/unreadable`, `config/invalid`
 */
export async function loadConfig(path: string): Promise<PortalConfig> {
  const file = resolve(path);
  if (!existsSync(file)) {
    throw new GenerateError(
      'config/missing',
      `Cannot read the configuration "${path}": there is no such file; expected portal.config.ts`,
      'Run "npm run init" to write one, or name another with --config',
    );
  }
  const parsed = PortalConfigSchema.safeParse(await importDefault(file, path));
  if (parsed.success) return parsed.data;
  throw new GenerateError(
    'config/invalid',
    `Cannot use the configuration "${path}": ${parsed.error.issues.length} of its settings do not fit`,
    'docs/configuration.md explains every setting',
    parsed.error.issues.map((issue) => ({
      file: path,
      column: issue.path.join('.') || 'default export',
      found: 'another value',
      expected: issue.message,
    })),
  );
}

async function importDefault(file: string, path: string): Promise<unknown> {
  try {
    const module = (await import(pathToFileURL(file).href)) as { default?: unknown };
    return module.default;
  } catch (error) {
    throw new GenerateError(
      'config/unreadable',
      `Cannot read the configuration "${path}": ${error instanceof Error ? error.message : String(error)}`,
      'The file is TypeScript and exports the settings as its default',
    );
  }
}
