import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { takeAstroTurn } from './astro-turn.ts';

export interface BuildOutcome {
  ok: boolean;
  output: string;
}

/** `astro build` of a content folder into a folder, as `npm run build` calls it, when it is its turn. */
export async function runAstroBuild(paths: {
  content: string;
  config: string;
  folder: string;
  /** Folder of the language files; the site's own without. */
  languages?: string;
}): Promise<BuildOutcome> {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    ASTRO_TELEMETRY_DISABLED: '1',
    FORCE_COLOR: '0',
    PORTAL_CONTENT: paths.content,
    PORTAL_CONFIG: paths.config,
    PORTAL_OUT: paths.folder,
    PORTAL_CACHE: `${paths.folder}.cache`,
    ...(paths.languages !== undefined && { PORTAL_LANGUAGES: paths.languages }),
  };
  const endTurn = await takeAstroTurn();
  return new Promise<BuildOutcome>((done) => {
    execFile(
      process.execPath,
      [resolve('node_modules/astro/bin/astro.mjs'), 'build'],
      { env, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => done({ ok: error === null, output: `${stdout}\n${stderr}` }),
    );
  }).finally(endTurn);
}
