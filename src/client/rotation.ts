/** What a rotation needs of the world. */
export interface RotationOptions {
  /** The words of each slide: more words, more time. */
  texts: readonly string[];
  /** 1 is for people; tests go faster. */
  speed: number;
  schedule(task: () => void, delay: number): number;
  cancel(timer: number): void;
  show(index: number, isPaused: boolean): void;
}

const SHORTEST_SECONDS = 8;
const LONGEST_SECONDS = 20;

/** How long a slide stands: three seconds to look up, and 0.3 a word, within 8 and 20. */
export function dwellSeconds(text: string): number {
  const words = text.split(/\s+/).filter((word) => word !== '').length;
  return Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, 3 + 0.3 * words));
}

/** Shows one slide after the other, for ever; can be paused and stepped through. */
export class Rotation {
  readonly #options: RotationOptions;
  #index = 0;
  #isPaused = false;
  #timer: number | undefined;

  constructor(options: RotationOptions) {
    this.#options = options;
  }

  start(): void {
    this.#show();
  }

  step(by: 1 | -1): void {
    const { length } = this.#options.texts;
    this.#index = (this.#index + by + length) % length;
    this.#show();
  }

  togglePause(): void {
    this.#isPaused = !this.#isPaused;
    this.#show();
  }

  #show(): void {
    const { texts, speed, schedule, cancel, show } = this.#options;
    if (this.#timer !== undefined) cancel(this.#timer);
    this.#timer = undefined;
    show(this.#index, this.#isPaused);
    if (this.#isPaused) return;
    const seconds = dwellSeconds(texts[this.#index] ?? '') / speed;
    this.#timer = schedule(() => this.step(1), seconds * 1000);
  }
}
