import type { UnpackLimits } from '../file-limits.ts';
import { refuseInflation } from '../file-refusal.ts';

/** Counts what comes out of one listed file, all its members together. */
export class InflationGuard {
  readonly #packedBytes: number;
  readonly #limits: UnpackLimits;
  #bytes = 0;

  /** @param packedBytes of the file as it lies in the folder */
  constructor(packedBytes: number, limits: UnpackLimits) {
    this.#packedBytes = packedBytes;
    this.#limits = limits;
  }

  /** A count from the start, for reading the same bytes once more. */
  again(): InflationGuard {
    return new InflationGuard(this.#packedBytes, this.#limits);
  }

  /** The bytes as they come, counted; throws FileRefusal when they are too many. */
  async *count(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      this.#bytes += chunk.length;
      refuseInflation(this.#bytes, this.#packedBytes, this.#limits);
      yield chunk;
    }
  }
}
