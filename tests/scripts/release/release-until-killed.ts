import { publishRelease } from '#scripts/release/publish-release.ts';
import { diskReleaseEffects, type ReleaseEffects } from '#scripts/release/release-effects.ts';

/** Run as a process of its own: `node release-until-killed.ts SITE TO VERSION N`; kills itself at the n-th effect. */
const [, , site = '', to = '', version = '', last] = process.argv;
let left = Number(last);

function counted<K extends keyof ReleaseEffects>(verb: K): ReleaseEffects[K] {
  const real: ReleaseEffects[K] = diskReleaseEffects[verb];
  const wrapped = (...given: Parameters<ReleaseEffects[K]>): unknown => {
    left -= 1;
    if (left === 0) {
      // Half a copy: the folder is there, the files are not.
      const [, target] = given;
      if (verb === 'copyDirectory' && target !== undefined)
        diskReleaseEffects.makeDirectory(target);
      process.kill(process.pid, 'SIGKILL');
    }
    return Reflect.apply(real, diskReleaseEffects, given);
  };
  return wrapped as ReleaseEffects[K];
}

publishRelease(site, to, version, {
  exists: counted('exists'),
  list: counted('list'),
  readLink: counted('readLink'),
  makeDirectory: counted('makeDirectory'),
  copyDirectory: counted('copyDirectory'),
  link: counted('link'),
  move: counted('move'),
  remove: counted('remove'),
});
