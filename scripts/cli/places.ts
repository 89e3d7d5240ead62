import { join, resolve } from 'node:path';

/** The folder of the repository: commands work from wherever they are called. */
export const REPOSITORY = join(import.meta.dirname, '../..');

/** Where a person drops the exports, beside package.json. */
export const EXPORTS_FOLDER = 'exports';

/** The folder of exports of a call: its flag as given, else exports/. */
export function exportsDirectory(flag?: string): string {
  return flag ?? join(REPOSITORY, EXPORTS_FOLDER);
}

/** The content folder of a call: its flag, else PORTAL_CONTENT, else content/. */
export function contentDirectory(flag?: string): string {
  return place(flag, 'PORTAL_CONTENT', 'content');
}

/** The built site's folder of a call: its flag, else PORTAL_OUT, else dist/. */
export function outDirectory(flag?: string): string {
  return place(flag, 'PORTAL_OUT', 'dist');
}

/** The public site's folder of a call: its flag, else PORTAL_SHARE_OUT, else dist-share/. */
export function shareDirectory(flag?: string): string {
  return place(flag, 'PORTAL_SHARE_OUT', 'dist-share');
}

/** The configuration of a call: its flag, else PORTAL_CONFIG, else portal.config.ts. */
export function configFile(flag?: string): string {
  return place(flag, 'PORTAL_CONFIG', 'portal.config.ts');
}

function place(flag: string | undefined, variable: string, usual: string): string {
  const given = flag ?? process.env[variable];
  return given === undefined || given === '' ? join(REPOSITORY, usual) : resolve(given);
}

/** The state folder of a call: its flag, else beside the content: .portal/ beside content/, X.portal/ beside X. */
export function stateDirectory(content: string, flag?: string): string {
  if (flag !== undefined) return resolve(flag);
  return content === join(REPOSITORY, 'content')
    ? join(REPOSITORY, '.portal')
    : `${content}.portal`;
}
