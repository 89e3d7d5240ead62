import { writeFileSync } from 'node:fs';
import { applyChanges, recoverContent } from '#generate/content/apply-content.ts';
import { diskEffects, type FileEffects } from '#generate/content/file-effects.ts';
import { PLAN, stateFiles } from './killed-plan.ts';

/**
 * Run as a process of its own: `node apply-until-killed.ts apply|recover CONTENT N`. Kills itself like a pulled plug
 * instead of doing the n-th effect; a write gets half of its text onto the disk first.
 */
const [, , work, content, last] = process.argv;
if (content === undefined || last === undefined) throw new Error('Three arguments are needed');
let left = Number(last);

function counted<K extends keyof FileEffects>(verb: K): FileEffects[K] {
  const real: FileEffects[K] = diskEffects[verb];
  const wrapped = (...given: Parameters<FileEffects[K]>): unknown => {
    left -= 1;
    if (left === 0) {
      const [path, text] = given;
      if (verb === 'write' && typeof path === 'string' && typeof text === 'string') {
        writeFileSync(path, text.slice(0, text.length / 2));
      }
      process.kill(process.pid, 'SIGKILL');
    }
    return Reflect.apply(real, diskEffects, given);
  };
  return wrapped as FileEffects[K];
}

const effects: FileEffects = {
  read: counted('read'),
  exists: counted('exists'),
  isLink: counted('isLink'),
  makeDirectory: counted('makeDirectory'),
  write: counted('write'),
  move: counted('move'),
  claim: counted('claim'),
  remove: counted('remove'),
  list: counted('list'),
  removeEmpty: counted('removeEmpty'),
  syncDirectory: counted('syncDirectory'),
};

if (work === 'recover') recoverContent(content, effects);
else applyChanges(content, PLAN, stateFiles(content), effects);
