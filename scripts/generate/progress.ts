/** Where long work says how far it is; the terminal by default, nothing in tests. */
export interface Progress {
  /** A step begins: "Reading orders.csv". */
  step(label: string): void;
  /** The step that runs is so far along, 0–1. */
  advance(share: number): void;
  /** Something worth knowing that does not stop the run. */
  warn(message: string): void;
}

/** For tests and for calls that nobody watches. */
export const silentProgress: Progress = { step() {}, advance() {}, warn() {} };
