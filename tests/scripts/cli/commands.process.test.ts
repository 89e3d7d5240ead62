import { spawnSync } from 'node:child_process';
import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '../../..');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
const COMMANDS = Object.entries(scripts).flatMap(([name, line]) => {
  const file = /^node .*?(scripts\/\S+\.ts)$/.exec(line)?.[1];
  return file === undefined ? [] : [{ name, file }];
});

function call(file: string, ...words: string[]) {
  return spawnSync(process.execPath, [join(ROOT, file), ...words], { cwd: ROOT, encoding: 'utf8' });
}

describe.each(COMMANDS)('npm run $name', ({ file }) => {
  test('exists', () => {
    expect(existsSync(join(ROOT, file))).toBe(true);
  });

  test('says how it is called', () => {
    const { stdout, status } = call(file, '--help');
    expect(stdout).toMatch(/npm (?:start|test|run [a-z]+)/);
    expect(status).toBe(0);
  });

  test('refuses a flag that it does not know, without a stack', () => {
    const { stderr, status } = call(file, '--no-such-flag-anywhere');
    expect(stderr).toContain('--no-such-flag-anywhere');
    expect(stderr).toContain('Hint: ');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(status).toBe(1);
  });
});
