import { keptCaches } from './kept-page.ts';

/** A server that says nothing for so long is away. */
const LONGEST_WAIT_MILLISECONDS = 10_000;

/**
 * Whether a page of the site would open now: it is kept here, or the server gives it. A screen asks before it leaves what
 * it shows, since the browser's own page about a lost network has no way back.
 */
export async function wouldOpen(path: string): Promise<boolean> {
  if (location.protocol === 'file:') return true;
  if ((await keptCaches(path)).length > 0) return true;
  try {
    const signal = AbortSignal.timeout(LONGEST_WAIT_MILLISECONDS);
    return (await fetch(path, { cache: 'no-store', signal })).ok;
  } catch {
    return false;
  }
}
