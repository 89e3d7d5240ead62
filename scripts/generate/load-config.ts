import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { z } from 'zod';
import type { Issue } from '#core/schemas/issue.ts';
import { PortalConfigSchema, type PortalConfig } from '#core/schemas/portal-config.ts';
import { GenerateError } from './generate-error.ts';
import { knownSettings } from './known-settings.ts';
import { missingLanguage } from './missing-language.ts';
import { nearestNames, unknownNames } from './unknown-names.ts';

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
  const parsed = PortalConfigSchema.safeParse(await importDefault(file, path), {
    reportInput: true,
  });
  const issues = parsed.success
    ? [...unknownNames(path, parsed.data), ...missingLanguage(path, parsed.data)]
    : parsed.error.issues.flatMap((issue) => settingIssues(path, issue));
  if (parsed.success && issues.length === 0) return parsed.data;
  throw new GenerateError(
    'config/invalid',
    `Cannot use the configuration "${path}": ${issues.length === 1 ? 'one of its settings does' : `${issues.length} of its settings do`} not fit`,
    'docs/configuration.md explains every setting',
    issues,
  );
}

/** What is wrong with one setting, in words for somebody who wrote it by hand. */
function settingIssues(file: string, issue: z.core.$ZodIssue): Issue[] {
  const column = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const known = knownSettings(PortalConfigSchema, issue.path);
    return issue.keys.map((key) => ({
      file,
      column: [...issue.path, key].join('.'),
      found: `a setting that does not exist${nearestNames(key, known)}`,
      expected: 'one of docs/configuration.md',
    }));
  }
  const message = issue.code === 'invalid_key' ? issue.issues[0]?.message : issue.message;
  return [
    {
      file,
      column: column || 'default export',
      found: issue.code === 'invalid_key' ? 'a name that does not fit' : describe(inputOf(issue)),
      expected: leastEntries(issue) ?? (message ?? '').replace(/^.*?\bexpected /, ''),
    },
  ];
}

/** What does not fit: of settings that say themselves of which kind they are, that word. */
function inputOf(issue: z.core.$ZodIssue): unknown {
  const kind = issue.code === 'invalid_union' ? issue.discriminator : undefined;
  if (kind === undefined || issue.path.at(-1) !== kind) return issue.input;
  return (issue.input as Record<string, unknown>)[kind];
}

function leastEntries(issue: z.core.$ZodIssue): string | null {
  if (issue.code !== 'too_small' || issue.origin !== 'array') return null;
  const least = Number(issue.minimum);
  return `a list of at least ${least} ${least === 1 ? 'entry' : 'entries'}`;
}

/** A value as it was written; of long and nested ones only what they are. */
function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'settings in braces';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length <= 60 ? text : 'a long text';
}

async function importDefault(file: string, path: string): Promise<unknown> {
  try {
    const module = (await import(pathToFileURL(file).href)) as { default?: unknown };
    return module.default;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const comma = message.startsWith("Expected ','")
      ? '; a comma may be missing at the end of the setting before'
      : '';
    throw new GenerateError(
      'config/unreadable',
      `Cannot read the configuration "${path}"${placeOf(error, file)}: ${message}`,
      `The file is TypeScript and exports the settings as its default${comma}`,
    );
  }
}

/**
 * ", line 4, column 3" of an error in the file; nothing where it does not say. Node puts line and code of what it cannot
 * parse above the stack, with "^" below; what goes wrong when it runs has its place in the stack.
 */
function placeOf(error: unknown, file: string): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const [code = '', ...rest] = stack.split(/^\w*Error\b/m);
  const line = /^.*:(\d+)\n/.exec(code)?.[1];
  const caret = code.split('\n').find((text) => /^ *\^+ *$/.test(text));
  if (line !== undefined)
    return `, line ${line}${caret === undefined ? '' : `, column ${caret.indexOf('^') + 1}`}`;
  const [, ran] = rest.join('').split(pathToFileURL(file).href);
  const [, at, column] = /^:(\d+):(\d+)/.exec(ran ?? '') ?? [];
  return at === undefined ? '' : `, line ${at}, column ${column}`;
}
