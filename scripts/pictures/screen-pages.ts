import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FIRST_PLAYLIST } from '#core/schemas/screen-settings.ts';

/** Where a built site shows a playlist: "/screen/packing/". */
export function screenAddress(playlist: string): string {
  return playlist === FIRST_PLAYLIST ? '/screen/' : `/screen/${playlist}/`;
}

/** The file of that page: "screen/packing/index.html". */
export function screenPage(playlist: string): string {
  return `${screenAddress(playlist).slice(1)}index.html`;
}

/** The playlists of a built site; none where it has no office screen. */
export function builtPlaylists(site: string): string[] {
  const folder = join(site, 'screen');
  if (!existsSync(join(folder, 'index.html'))) return [];
  const others = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'index.html')))
    .map(({ name }) => name);
  return [FIRST_PLAYLIST, ...others.sort()];
}
