import { existsSync } from 'node:fs';
import { scratchFolder } from '#generate/scratch-folder.ts';
import { openEngine } from '#generate/warehouse/engine.ts';

/** Run as a process of its own: `node removes-until-stopped.ts`. Says which folders it has made, and waits to be stopped. */
const gone = scratchFolder('stopped-');
gone.remove();
const scratch = scratchFolder('stopped-');
const engine = await openEngine();
const [spill] = await engine.rows<{ path: string }>(
  `SELECT current_setting('temp_directory') AS path`,
);
const folders = [scratch.path, spill?.path ?? ''];
console.log(JSON.stringify({ folders, made: folders.filter(existsSync) }));
setInterval(() => undefined, 1000);
