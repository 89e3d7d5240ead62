import { diskEffects, type FileEffects } from '#generate/content/file-effects.ts';
import { openEngine } from '#generate/warehouse/engine.ts';
import { forgetPerson } from '#scripts/forget/forget-person.ts';

/** Run as a process of its own: `node forget-until-killed.ts STATE CONTENT SPILL N`. Kills itself at the n-th effect. */
const [, , state = '', content = '', spillDirectory = '', last] = process.argv;
let left = Number(last);

const effects = new Proxy(diskEffects, {
  get(target, verb: keyof FileEffects) {
    return (...given: unknown[]): unknown => {
      left -= 1;
      if (left === 0) process.kill(process.pid, 'SIGKILL');
      return Reflect.apply(target[verb], target, given);
    };
  },
});

const engine = await openEngine({ spillDirectory });
await forgetPerson(engine, { state, content }, 'ann@example.com', effects);
engine.close();
