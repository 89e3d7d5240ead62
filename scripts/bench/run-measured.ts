import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command took, with everything that it started. */
export interface CommandCost {
  seconds: number;
  /** Of all cores together; null where the system does not tell. */
  processorSeconds: number | null;
  /** The most that all processes of it held at once; null where the system does not tell. */
  peakMegabytes: number | null;
}

/** How often memory is looked at. */
const LOOK_MILLISECONDS = 50;
/** Linux counts processor time in hundredths, and memory in pages of 4 KB. */
const TICKS_A_SECOND = 100;
const PAGE_BYTES = 4096;

/**
 * Runs a command in a process of its own and measures it.
 *
 * @throws Error where it fails, with the end of what it said
 */
export async function runMeasured(
  command: string,
  words: readonly string[],
  options: { cwd: string; env?: Record<string, string> },
): Promise<CommandCost> {
  const start = performance.now();
  const child = spawn(command, words, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const listen = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-4000);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const seen = { pages: 0, ticks: 0 };
  const look = (): void => {
    const tree = processTree(child.pid ?? 0);
    seen.pages = Math.max(seen.pages, sum(tree.map(({ pages }) => pages)));
    seen.ticks = Math.max(seen.ticks, sum(tree.map(({ ticks }) => ticks)));
  };
  const looking = setInterval(look, LOOK_MILLISECONDS);
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject).on('close', resolve);
    });
    if (exitCode !== 0)
      throw new Error(`Cannot measure "${[command, ...words].join(' ')}": it failed\n${said}`);
  } finally {
    clearInterval(looking);
  }
  return {
    seconds: (performance.now() - start) / 1000,
    processorSeconds: seen.ticks > 0 ? seen.ticks / TICKS_A_SECOND : null,
    peakMegabytes: seen.pages > 0 ? (seen.pages * PAGE_BYTES) / 1_000_000 : null,
  };
}

interface ProcessState {
  pid: number;
  parent: number;
  /** Processor time of its own and of children that have ended. */
  ticks: number;
  pages: number;
}

/** A process and all that descend from it; none where there is no /proc. */
function processTree(root: number): ProcessState[] {
  const states = processIds().flatMap((pid) => stateOf(pid) ?? []);
  const tree = new Set([root]);
  // Children come after their parents only mostly: look until nothing is added.
  for (let before = 0; before < tree.size;) {
    before = tree.size;
    for (const { pid, parent } of states) if (tree.has(parent)) tree.add(pid);
  }
  return states.filter(({ pid }) => tree.has(pid));
}

function processIds(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** Undefined for a process that has ended meanwhile. */
function stateOf(pid: number): ProcessState | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in parentheses and may hold anything; state and parent follow.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return { pid, parent: fields[1] ?? 0, ticks: sum(fields.slice(11, 15)), pages };
  } catch {
    return undefined;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
