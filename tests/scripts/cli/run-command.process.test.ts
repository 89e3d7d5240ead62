import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

function fail(...words: string[]) {
  const script = join(import.meta.dirname, 'failing-command.ts');
  return spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' });
}

describe('runCommand()', () => {
  test('prints an expected error with its places and hint, without a stack, and exits with 1', () => {
    const { stdout, stderr, status } = fail();
    expect(stderr).toMatchInlineSnapshot(`
      "Cannot do it: found nothing; expected a file
        orders.csv, line 3, column "total": found "12,5O"; expected a number
      Hint: Add one
      "
    `);
    expect(stdout).toBe('');
    expect(status).toBe(1);
  });

  test('prints a bug with its stack and exits with 2', () => {
    const { stderr, status } = fail('--bug');
    expect(stderr).toMatch(/TypeError: value 12 is not an order\n\s+at /);
    expect(status).toBe(2);
  });

  test('prints an expected error as one object for --json', () => {
    expect(JSON.parse(fail('--json').stdout)).toEqual({
      error: {
        code: 'area/problem',
        message: 'Cannot do it: found nothing; expected a file',
        hint: 'Add one',
        issues: [
          { file: 'orders.csv', line: 3, column: 'total', found: '"12,5O"', expected: 'a number' },
        ],
      },
    });
  });

  test('does not repeat the message of a bug in --json: it may quote a cell', () => {
    const { stdout, status } = fail('--json', '--bug');
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'program/bug' } });
    expect(stdout).not.toContain('12');
    expect(status).toBe(2);
  });

  test('answers a wrong flag as JSON, too', () => {
    const { stdout, status } = fail('--json', '--bugs');
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: 'call/unknown-option', hint: 'Did you mean "--bug"?' },
    });
    expect(status).toBe(1);
  });
});
