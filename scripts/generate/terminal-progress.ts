import type { Progress } from './progress.ts';
import { printable } from './printable.ts';

/** Steps on standard error, each with the seconds since the start; a share done only where somebody watches. */
export function terminalProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  const start = performance.now();
  let open = false;
  const closeLine = () => {
    if (open) stream.write('\r\u001B[K');
    open = false;
  };
  return {
    step(label) {
      closeLine();
      const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
      stream.write(`${seconds} s  ${printable(label)}\n`);
    },
    advance(share) {
      if (!stream.isTTY) return;
      stream.write(`\r          ${Math.round(share * 100)} %`);
      open = true;
    },
    warn(message) {
      closeLine();
      stream.write(`Note: ${printable(message)}\n`);
    },
  };
}
