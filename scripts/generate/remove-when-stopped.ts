import { rmSync } from 'node:fs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Folders that hold customers' data for as long as the process works with it. */
const folders = new Set<string>();

/**
 * Removes a folder if somebody stops the process (Ctrl+C) before it has done so itself; the process then ends as it would
 * have. A process that computes hears of it only afterwards, so this is for work that waits for the engine.
 *
 * @returns what is called once the folder is gone
 */
export function removeWhenStopped(folder: string): () => void {
  if (folders.size === 0) for (const signal of SIGNALS) process.on(signal, stop);
  folders.add(folder);
  return () => {
    folders.delete(folder);
    if (folders.size === 0) letGo();
  };
}

function stop(signal: NodeJS.Signals): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  letGo();
  process.kill(process.pid, signal);
}

function letGo(): void {
  for (const signal of SIGNALS) process.off(signal, stop);
}
