import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test.each(['SIGINT', 'SIGTERM'] as const)(
  'removeWhenStopped() leaves no folder behind when %s ends the process',
  async (signal) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'removes-until-stopped.ts')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    const { folders, made } = JSON.parse(said.toString()) as { folders: string[]; made: string[] };
    expect(made).toEqual(folders);
    child.kill(signal);
    const [code, endedBy] = (await once(child, 'close')) as [number | null, string | null];
    expect([code, endedBy]).toEqual([null, signal]);
    expect(folders.filter((folder) => existsSync(folder))).toEqual([]);
  },
  20_000,
);
