/** What a watch-dog needs of the world. */
export interface WatchDogOptions {
  /** Milliseconds without a new slide that are too long. */
  limit: number;
  now(): number;
  /** False while somebody has stopped the rotation. */
  isExpected(): boolean;
  /** What to do the first time … */
  push(): void;
  /** … and if that did not help. */
  restart(): void;
}

/** Notices a rotation that stands still although it should not: pushes it, and if it does not move, starts anew. */
export class WatchDog {
  readonly #options: WatchDogOptions;
  #lastMove: number;
  #hasPushed = false;

  constructor(options: WatchDogOptions) {
    this.#options = options;
    this.#lastMove = options.now();
  }

  /** A slide was shown. */
  moved(): void {
    this.#lastMove = this.#options.now();
    this.#hasPushed = false;
  }

  /** To be called every now and then. */
  look(): void {
    const { limit, now, isExpected, push, restart } = this.#options;
    if (!isExpected()) {
      this.#lastMove = now();
      return;
    }
    if (now() - this.#lastMove <= limit) return;
    if (this.#hasPushed) {
      restart();
      return;
    }
    // The push itself shows a slide; whether anything comes after it tells.
    this.#lastMove = now();
    push();
    this.#hasPushed = true;
  }
}
