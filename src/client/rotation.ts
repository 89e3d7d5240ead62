/** What a rotation needs of the world. */
export interface RotationOptions {
  /** How many seconds each slide stands. */
  dwells: readonly number[];
  /** 1 is for people; tests go faster. */
  speed: number;
  /** Whether a slide is on now, and whole. */
  canShow(index: number): boolean;
  schedule(task: () => void, delay: number): number;
  cancel(timer: number): void;
  /** Puts a slide on the screen; null: none is on. A slide that throws is skipped. */
  show(index: number | null, isPaused: boolean): void;
  /** Asked between two slides; true: the page is about to be left, and nothing more is shown. */
  isLeaving(): boolean;
}

const SHORTEST_SECONDS = 8;
const LONGEST_SECONDS = 20;

/** How long a slide stands: three seconds to look up, and 0.3 a word, within 8 and 20. */
export function dwellSeconds(text: string): number {
  const words = text.split(/\s+/).filter((word) => word !== '').length;
  return Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, 3 + 0.3 * words));
}

/** Shows one slide after the other, for ever; can be paused, stepped through and stopped. */
export class Rotation {
  readonly #options: RotationOptions;
  /** The slide that stands, or stood last; −1 before the first. */
  #index = -1;
  #isPaused = false;
  #isStopped = false;
  #timer: number | undefined;

  constructor(options: RotationOptions) {
    this.#options = options;
  }

  start(): void {
    this.#isStopped = false;
    this.step(1);
  }

  /** Nothing moves until `start`. */
  stop(): void {
    this.#isStopped = true;
    this.#cancel();
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  /** Whether the next slide comes by itself. */
  get isMoving(): boolean {
    return !this.#isPaused && !this.#isStopped;
  }

  /** The next slide in that direction that can be shown; the same one where there is no other. */
  step(by: 1 | -1): void {
    this.#cancel();
    if (this.#options.isLeaving()) return;
    const shown = this.candidates(by).find((index) => this.#isShown(index));
    if (shown === undefined) this.#options.show(null, this.#isPaused);
    else this.#index = shown;
    this.#wait(shown === undefined ? SHORTEST_SECONDS : this.#dwell(shown));
  }

  togglePause(): void {
    this.#isPaused = !this.#isPaused;
    this.#cancel();
    this.#options.show(this.#index < 0 ? null : this.#index, this.#isPaused);
    this.#wait(this.#dwell(this.#index));
  }

  /** All slides as they follow the one that stands, which is the last of them. */
  candidates(by: 1 | -1): number[] {
    const { length } = this.#options.dwells;
    const start = this.#index < 0 && by < 0 ? 0 : this.#index;
    return Array.from({ length }, (_, step) => (start + by * (step + 1) + 2 * length) % length);
  }

  #isShown(index: number): boolean {
    const { canShow, show } = this.#options;
    try {
      if (!canShow(index)) return false;
      show(index, this.#isPaused);
      return true;
    } catch (error) {
      console.warn(`Slide ${index + 1} cannot be shown and is skipped`, error);
      return false;
    }
  }

  #dwell(index: number): number {
    return this.#options.dwells[index] ?? SHORTEST_SECONDS;
  }

  #wait(seconds: number): void {
    if (!this.isMoving) return;
    const { schedule, speed } = this.#options;
    this.#timer = schedule(() => this.step(1), (seconds / speed) * 1000);
  }

  #cancel(): void {
    if (this.#timer !== undefined) this.#options.cancel(this.#timer);
    this.#timer = undefined;
  }
}
