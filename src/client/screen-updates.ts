import { isKept, keepPage } from './kept-page.ts';

/** How often a screen asks whether there is something new. */
export const CHECK_SECONDS = 120;

export interface ScreenUpdatesOptions {
  /** Where the site says which version it is. */
  versionAddress: string;
  /** The version that the page states of itself. */
  shown: string;
  /** The worker that serves what is kept; undefined: nothing is kept. */
  worker: string | undefined;
  /** Leads to a page that somebody before the screen may open: kept by a worker of its own. */
  game: HTMLAnchorElement | null;
}

/** Keeps the page for when the network is away, looks for a new version, has it ready before it is needed, and says when. */
export class ScreenUpdates {
  readonly #options: ScreenUpdatesOptions;
  #isReady = false;
  #isChecking = false;
  #isKept = false;
  #isKeeping = false;

  constructor(options: ScreenUpdatesOptions) {
    this.#options = options;
  }

  /** Whether a new version waits to be loaded. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** While the network is away nothing is new. */
  async check(): Promise<void> {
    if (this.#isChecking || this.#isReady) return;
    const { versionAddress, shown } = this.#options;
    this.#isChecking = true;
    try {
      const response = await fetch(versionAddress, { cache: 'no-store' });
      if (!response.ok) return;
      const { version, program } = (await response.json()) as { version: string; program: string };
      const newest = `${version} ${program}`;
      if (newest !== shown) this.#isReady = await keepPage(location.pathname, newest);
    } catch {
      // No network: the next check is soon enough.
    } finally {
      this.#isChecking = false;
    }
  }

  /** Registers the worker, and keeps the page as it is now for when the network is away; to be called until it is kept. */
  async keep(): Promise<void> {
    const { worker, shown, game } = this.#options;
    if (this.#isKept || this.#isKeeping || worker === undefined) return;
    if (!('serviceWorker' in navigator)) return;
    this.#isKeeping = true;
    try {
      await navigator.serviceWorker.register(worker);
      await navigator.serviceWorker.ready;
      // Asked, so that the browser does not clear it away when the disk is full. Some wait for somebody to answer.
      navigator.storage.persist().catch(() => undefined);
      const isPageKept = await keepPage(location.pathname, shown);
      this.#isKept = isPageKept && (await this.#isGameKept(game, shown));
    } catch {
      // Without a worker the page goes on as it is; only a restart without network cannot be survived.
    } finally {
      this.#isKeeping = false;
    }
  }

  async #isGameKept(game: HTMLAnchorElement | null, shown: string): Promise<boolean> {
    const { worker } = game?.dataset ?? {};
    if (!game || worker === undefined) return true;
    await navigator.serviceWorker.register(worker);
    return (await isKept(game.pathname, shown)) || keepPage(game.pathname, shown);
  }
}
