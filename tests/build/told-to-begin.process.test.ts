import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { WAITS } from '../../src/build/told-to-begin.ts';

/** A program that says when it begins; with or without somebody who can tell it. */
function started(canBeTold: boolean, waits: boolean) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'begins-when-told.ts')], {
    stdio: ['ignore', 'pipe', 'inherit', ...(canBeTold ? ['ipc' as const] : [])],
    env: { ...process.env, [WAITS]: waits ? 'until told' : undefined },
  });
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  // "close" never comes where this end lets go of the channel.
  const ended = Promise.all([
    once(child, 'exit'),
    child.stdout && once(child.stdout, 'close'),
  ]).then(([[code]]) => ({ code: code as number, said }));
  return { child, ended };
}

test('toldToBegin() waits for the word of whoever started it', async () => {
  const { child, ended } = started(true, true);
  await new Promise((done) => setTimeout(done, 500));
  child.send('begin');
  expect(await ended).toEqual({ code: 0, said: 'waits\nbegins\n' });
}, 20_000);

test('toldToBegin() begins nothing when whoever started it has gone without a word', async () => {
  const { child, ended } = started(true, true);
  child.disconnect();
  const { code, said } = await ended;
  expect(code).toBe(1);
  expect(said).not.toContain('begins');
}, 20_000);

test.each([
  ['nobody can tell it', false, true],
  ['nobody said that somebody would', true, false],
])(
  'toldToBegin() begins at once where %s',
  async (_, canBeTold, waits) => {
    const { ended } = started(canBeTold, waits);
    expect(await ended).toEqual({ code: 0, said: 'waits\nbegins\n' });
  },
  20_000,
);
