import { once } from 'node:events';

/** Tells Astro in its environment that whoever started it will say when to begin. */
export const WAITS = 'PORTAL_WAITS';

/**
 * Waits until whoever started Astro says that the texts are in order: it loads itself while they are looked through.
 * Where they are not, and the other end goes, nothing is begun. Does not wait where nobody will say a word.
 */
export async function toldToBegin(): Promise<void> {
  if (process.env[WAITS] === undefined || !process.connected) return;
  const leave = (): void => process.exit(1);
  process.once('disconnect', leave);
  await once(process, 'message');
  process.off('disconnect', leave);
  process.disconnect();
}
