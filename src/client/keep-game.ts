import { isKept, keepPage } from './kept-page.ts';
import { ScreenUpdates } from './screen-updates.ts';

/**
 * Keeps the game for when the network is away, and brings a newer one before anybody has begun. Where pages are not
 * served safely, or a browser keeps nothing, the game goes on as long as it is open.
 *
 * @param list says where the worker and the version are found, and which version it shows
 */
export async function keepGame(list: HTMLElement, hasBegun: () => boolean): Promise<void> {
  const { worker, version, shown } = list.dataset;
  if (!worker || !version || !shown || !('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register(worker);
    await navigator.serviceWorker.ready;
    if (!(await isKept(location.pathname, shown))) await keepPage(location.pathname, shown);
    const updates = new ScreenUpdates({
      ...{ versionAddress: version, shown },
      // Kept already.
      ...{ worker: undefined, game: null },
    });
    await updates.check();
    if (updates.isReady && !hasBegun()) location.reload();
  } catch {
    // No network, or no room: what was kept before is there still.
  }
}
