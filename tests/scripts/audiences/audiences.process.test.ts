import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AudiencesSchema } from '#core/schemas/audience.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const ROOT = join(import.meta.dirname, '../../..');

function call(script: string, ...words: string[]) {
  return spawnSync(process.execPath, [join(ROOT, script), ...words], { encoding: 'utf8' });
}

test(
  'npm run audiences makes lists that generate tells of, and sheets whose answers it reads',
  { timeout: 180_000 },
  () => {
    const folder = temporaryFolder();
    const [exports, content, state, config] = [
      join(folder, 'exports'),
      join(folder, 'content'),
      join(folder, 'content.portal'),
      join(folder, 'portal.config.mjs'),
    ];
    mkdirSync(exports);
    const orders = Array.from(
      { length: 12 },
      (_, index) => `${index},2026-10-30,buyer${index}@example.com,A,1,20`,
    );
    writeFileSync(
      join(exports, 'orders.csv'),
      `order,placedAt,email,sku,quantity,unitPrice\n${orders.join('\n')}\n`,
    );
    writeFileSync(
      config,
      `export default ${JSON.stringify({
        dataset: 'list-shop',
        company: { name: 'List Shop' },
        currency: 'USD',
        timeZone: 'UTC',
        audiences: { 'follow-up-buyers': { share: 1 } },
      })};`,
    );
    const places = ['--exports', exports, '--content', content, '--config', config];
    const generated = () => {
      const { status, stdout, stderr } = call('scripts/generate/main.ts', ...places, '--json');
      expect(stderr).not.toContain('Cannot');
      expect(status).toBe(0);
      return JSON.parse(stdout) as { changes: { path: string; change: string }[] };
    };
    const newcomers = () =>
      AudiencesSchema.parse(
        JSON.parse(readFileSync(join(content, 'audiences.json'), 'utf8')),
      ).audiences.find(({ id }) => id === 'new');

    generated();
    expect(newcomers()).toMatchObject({ lastListedOn: null });

    const look = call('scripts/audiences.ts', ...places, '--dry-run');
    expect(look.stdout).toMatch(/New +12 +12 +0 +0 +0 +0 +US\$240/);
    expect(look.stdout).toContain('Nothing was written');
    expect(existsSync(join(state, 'audiences'))).toBe(false);

    const made = call('scripts/audiences.ts', ...places);
    expect(made.status).toBe(0);
    expect(made.stdout + made.stderr).not.toContain('@');
    expect(readFileSync(join(state, 'audiences/klaviyo/new.csv'), 'utf8').split('\n')).toHaveLength(
      14,
    );

    generated();
    expect(newcomers()).toMatchObject({ lastListedOn: '2026-10-30' });
    expect(newcomers()?.facts.find(({ id }) => id === 'onLastList')).toMatchObject({ value: 12 });
    expect(generated().changes.filter(({ change }) => change !== 'unchanged')).toEqual([]);

    const sheet = join(state, 'call-sheets/follow-up-buyers-2026-10-30.csv');
    const [header = '', first = ''] = readFileSync(sheet, 'utf8').split('\n');
    writeFileSync(sheet, `${header}\n${first.replace(/,,,,$/, ',,yes,,')}\n`);
    const again = call('scripts/audiences.ts', ...places);
    expect(again.stdout).toContain('call-sheets/follow-up-buyers-2026-10-30.csv has answers');
    renameSync(sheet, join(exports, 'answers.csv'));
    const report = call('scripts/generate/main.ts', ...places, '--json');
    expect(JSON.parse(report.stdout)).toMatchObject({
      files: [
        { path: 'answers.csv', adapter: 'call-sheet', rows: { in: 1, used: 1 } },
        { path: 'orders.csv' },
      ],
    });

    const wrong = call('scripts/audiences.ts', ...places, '--audience', 'heros');
    expect(wrong.stderr).toContain('Did you mean "hero"?');
    expect(wrong.status).toBe(1);
  },
);
