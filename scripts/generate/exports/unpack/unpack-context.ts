import { createWriteStream } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Engine } from '#generate/warehouse/engine.ts';
import { UNPACK_LIMITS, type UnpackLimits } from '../file-limits.ts';

/** What unpacking needs besides the file. */
export interface UnpackContext {
  limits: UnpackLimits;
  /** The engine; opened only where a file needs it. */
  engine: () => Promise<Engine>;
  /** A new path in the scratch folder. It never depends on what an archive says. */
  newPath: () => string;
  /** Members that the config wants to hear nothing of are not unpacked. */
  isIgnored: (path: string) => boolean;
}

export function unpackContext(
  scratch: string,
  engine: () => Promise<Engine>,
  isIgnored: (path: string) => boolean = () => false,
  limits: UnpackLimits = UNPACK_LIMITS,
): UnpackContext {
  let files = 0;
  const newPath = (): string => {
    files += 1;
    return join(scratch, `unpacked-${files}`);
  };
  return { limits, engine, newPath, isIgnored };
}

/** Writes a new scratch file that only this user can read. */
export async function writeScratch(
  context: UnpackContext,
  chunks: AsyncIterable<string | Buffer>,
): Promise<string> {
  const path = context.newPath();
  await pipeline(chunks, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
  return path;
}

/** Has the engine write a query's one column of text as it is, a line each. */
export async function copyLines(
  context: UnpackContext,
  query: string,
  parameters: string[],
): Promise<string> {
  const engine = await context.engine();
  const path = await writeScratch(context, noBytes());
  await engine.run(
    `COPY (${query}) TO $${parameters.length + 1} (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '')`,
    [...parameters, path],
  );
  await chmod(path, 0o600);
  return path;
}

async function* noBytes(): AsyncGenerator<string> {
  yield '';
}
