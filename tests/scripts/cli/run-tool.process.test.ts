import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { STOPPED } from '#scripts/cli/run-tool.ts';

test('runScript() tells what somebody stopped from what went wrong', async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'runs-until-stopped.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said === 'waits\n') child.kill('SIGINT');
  });
  await once(child, 'close');
  expect(said).toBe(`waits\n${STOPPED}\n`);
}, 20_000);
