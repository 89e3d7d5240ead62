import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';

const REPOSITORY = join(import.meta.dirname, '../../..');

const SHARED = ['ann@example.com', 'bo@example.org'];

/** An orders export with enough to be read, and what `generate` makes of it. */
function shop(): { content: string; config: string } {
  const folder = temporaryFolder();
  const exports = join(folder, 'exports');
  mkdirSync(exports);
  writeFileSync(
    join(exports, 'orders.csv'),
    `order,placedAt,email,phone,sku,quantity,unitPrice,gift\n1,2026-10-30,${SHARED[0]},+1 555 017 0001,A,1,20,true\n2,2026-10-31,${SHARED[1]},,A,1,20,\n`,
  );
  const config = join(folder, 'portal.config.mjs');
  writeFileSync(
    config,
    `export default ${JSON.stringify({
      dataset: 'who-shop',
      company: { name: 'Who Shop' },
      currency: 'USD',
      timeZone: 'UTC',
    })};`,
  );
  const content = join(folder, 'content');
  const made = call(
    'scripts/generate/main.ts',
    '--exports',
    exports,
    '--content',
    content,
    '--config',
    config,
  );
  expect(made.stderr).not.toContain('Cannot');
  expect(made.status).toBe(0);
  return { content, config };
}

function call(script: string, ...words: string[]) {
  return spawnSync(process.execPath, [join(REPOSITORY, script), ...words], { encoding: 'utf8' });
}

test(
  'npm run who tells what generate knows, and exits with 1 for a stranger',
  { timeout: 120_000 },
  () => {
    const { content, config } = shop();
    const who = (contact: string) =>
      call('scripts/who.ts', contact, '--content', content, '--config', config);
    const known = who('1 (555) 017-0001');
    expect(known.stdout).toContain('Orders     one, their first, on 30 October 2026');
    expect(known.stdout).toContain('Gifts      1 of 1 orders');
    expect(known.status).toBe(0);
    const stranger = who('nobody@example.com');
    expect(stranger.stdout).toBe(
      'Nobody here is known by that. Whom nobody has heard of for 1095 days is not kept: it need not be their first time.\n',
    );
    expect(stranger.stderr).toBe('');
    expect(stranger.status).toBe(1);
    const help = call('scripts/who.ts', '--help');
    expect(help.stdout).toContain('Usage: npm run who -- EMAIL|PHONE [flags]');
    expect(call('scripts/who.ts').status).toBe(1);
  },
);
