import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Names of the people who tell stories in the portal: `name:` of the files in content/voices. */
export function voiceNames(contentDirectory: string): string[] {
  const folder = join(contentDirectory, 'voices');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /\.(?:ya?ml|mdx?|json)$/.test(file))
    .flatMap((file) => {
      const [, name] =
        /^\s*"?name"?:\s*["']?(.+?)["']?,?\s*$/m.exec(readFileSync(join(folder, file), 'utf8')) ??
        [];
      return name === undefined ? [] : [name];
    });
}
