import { isKept, keepPage } from './kept-page.ts';

/** How often a screen asks whether there is something new. */
export const CHECK_SECONDS = 120;

/** Looks for a new version of the page, has it ready before it is needed, and says when. */
export class ScreenUpdates {
  readonly #versionAddress: string;
  readonly #shown: string;
  #isReady = false;
  #isChecking = false;

  /** @param shown the version that the page states of itself */
  constructor(versionAddress: string, shown: string) {
    this.#versionAddress = versionAddress;
    this.#shown = shown;
  }

  /** Whether a new version waits to be loaded. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** While the network is away nothing is new. */
  async check(): Promise<void> {
    if (this.#isChecking || this.#isReady) return;
    this.#isChecking = true;
    try {
      const response = await fetch(this.#versionAddress, { cache: 'no-store' });
      if (!response.ok) return;
      const { version, program } = (await response.json()) as { version: string; program: string };
      const newest = `${version} ${program}`;
      if (newest !== this.#shown) this.#isReady = await keepPage(location.pathname, newest);
    } catch {
      // No network: the next check is soon enough.
    } finally {
      this.#isChecking = false;
    }
  }

  /**
   * Registers the worker, and keeps the page as it is now for when the network is away.
   *
   * @param game leads to a page that somebody before the screen may open: kept by a worker of its own
   */
  async keep(worker: string, game: HTMLAnchorElement | null): Promise<void> {
    if (!('serviceWorker' in navigator)) return;
    try {
      await navigator.serviceWorker.register(worker);
      await navigator.serviceWorker.ready;
      // Asked, so that the browser does not clear it away when the disk is full.
      await navigator.storage.persist();
      await keepPage(location.pathname, this.#shown);
      const { worker: gameWorker } = game?.dataset ?? {};
      if (!game || gameWorker === undefined) return;
      await navigator.serviceWorker.register(gameWorker);
      if (!(await isKept(game.pathname, this.#shown))) await keepPage(game.pathname, this.#shown);
    } catch {
      // Without a worker the page goes on as it is; only a restart without network cannot be survived.
    }
  }
}
