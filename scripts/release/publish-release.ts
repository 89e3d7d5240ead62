import { basename, join } from 'node:path';
import { GenerateError } from '#generate/generate-error.ts';
import { diskReleaseEffects, type ReleaseEffects } from './release-effects.ts';

/** Former releases that can be gone back to, the served one included. */
const KEPT = 5;

/**
 * Copies a built site into `releases/<version>` and lets `current` point to it by one rename: whoever is served by
 * `current` sees the former site or the new one, never half of it, also when this is killed.
 */
export function publishRelease(
  site: string,
  to: string,
  version: string,
  effects: ReleaseEffects = diskReleaseEffects,
): void {
  const releases = join(to, 'releases');
  effects.makeDirectory(releases);
  removeLeftovers(to, effects);
  if (effects.exists(join(releases, version))) {
    throw new GenerateError(
      'release/exists',
      `Cannot release "${version}": there is such a release already; expected a new version`,
      'Wait a second and run the command again',
    );
  }
  const incoming = join(releases, `.incoming-${version}`);
  effects.copyDirectory(site, incoming);
  effects.move(incoming, join(releases, version));
  switchTo(to, version, effects);
  for (const old of listReleases(to, effects).slice(0, -KEPT)) {
    if (old !== version) effects.remove(join(releases, old));
  }
}

/**
 * Lets `current` point to the release before the one that is served.
 *
 * @returns the version that is served now
 * @throws GenerateError `release/none-before`
 */
export function rollbackRelease(to: string, effects: ReleaseEffects = diskReleaseEffects): string {
  const versions = listReleases(to, effects);
  const served = servedRelease(to, effects);
  const before = served === null ? undefined : versions[versions.indexOf(served) - 1];
  if (before === undefined) {
    throw new GenerateError(
      'release/none-before',
      `Cannot go back in "${to}": ${served === null ? 'nothing is released there' : `there is no release before "${served}"`}; expected an earlier one`,
      'Look into its folder "releases", or name the folder of "npm run release" with --to',
    );
  }
  switchTo(to, before, effects);
  return before;
}

/** Versions in the order of their release. */
export function listReleases(to: string, effects: ReleaseEffects = diskReleaseEffects): string[] {
  return effects.list(join(to, 'releases')).filter((name) => !name.startsWith('.'));
}

/** The version that is served, or null. */
export function servedRelease(
  to: string,
  effects: ReleaseEffects = diskReleaseEffects,
): string | null {
  const target = effects.readLink(join(to, 'current'));
  return target === null ? null : basename(target);
}

/** A link cannot be changed, only replaced: a new one takes the name by a rename. */
function switchTo(to: string, version: string, effects: ReleaseEffects): void {
  const next = join(to, '.current-next');
  effects.remove(next);
  effects.link(join('releases', version), next);
  effects.move(next, join(to, 'current'));
}

function removeLeftovers(to: string, effects: ReleaseEffects): void {
  for (const name of effects.list(join(to, 'releases'))) {
    if (name.startsWith('.incoming-')) effects.remove(join(to, 'releases', name));
  }
}
