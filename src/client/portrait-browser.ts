import { wouldOpen } from './would-open.ts';

/** After so long alone, the slides go on. */
export const ALONE_SECONDS = 60;

/** The Portraits under a finger: opens over the slides, and closes when nobody is there any more. */
export class PortraitBrowser {
  readonly #dialog: HTMLDialogElement;
  readonly #all: HTMLElement | null;
  readonly #portraits: readonly HTMLElement[];
  readonly #aloneMilliseconds: number;
  #timer = 0;

  /** @param onClose when somebody has closed it, or nobody is there */
  constructor(dialog: HTMLDialogElement, speed: number, onClose: () => void) {
    this.#dialog = dialog;
    this.#all = dialog.querySelector('.browser__all');
    this.#portraits = [...dialog.querySelectorAll<HTMLElement>('.browser__one')];
    this.#aloneMilliseconds = (ALONE_SECONDS / speed) * 1000;
    dialog.addEventListener('click', (event) => this.#follow(event.target));
    const game = dialog.querySelector<HTMLAnchorElement>('.browser__game[href]');
    game?.addEventListener('click', (event) => {
      event.preventDefault();
      const to = new URL(game.href);
      // The game is as dark as the wall is now.
      if (document.documentElement.dataset['theme'] === 'screen') {
        to.searchParams.set('theme', 'screen');
      }
      void wouldOpen(to.pathname).then((isOpen) => isOpen && location.assign(to));
    });
    for (const sign of ['pointerdown', 'pointermove', 'keydown', 'scroll']) {
      dialog.addEventListener(sign, () => this.#stay(), { capture: true, passive: true });
    }
    dialog.addEventListener('close', () => {
      window.clearTimeout(this.#timer);
      onClose();
    });
  }

  /** Opens one Portrait; null, or one that is not here: all of them. */
  open(id: string | null): void {
    const one = this.#portraits.find((portrait) => portrait.dataset['portrait'] === id);
    for (const portrait of this.#portraits) portrait.hidden = portrait !== one;
    if (this.#all) this.#all.hidden = one !== undefined;
    this.#dialog.classList.toggle('is-one', one !== undefined);
    if (!this.#dialog.open) this.#dialog.showModal();
    // Not its first button: no Portrait is chosen yet.
    this.#dialog.focus();
    this.#dialog.scrollTop = 0;
    this.#stay();
  }

  #follow(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
    if (!button) return;
    if ('close' in button.dataset) this.#dialog.close();
    else this.open(button.dataset['open'] ?? null);
  }

  #stay(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#dialog.close(), this.#aloneMilliseconds);
  }
}
