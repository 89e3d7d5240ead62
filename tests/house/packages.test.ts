import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const Dependencies = z.record(z.string(), z.string()).default({});
const { dependencies, devDependencies, scripts } = z
  .object({
    dependencies: Dependencies,
    devDependencies: Dependencies,
    scripts: Dependencies,
  })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));
const lockText = readFileSync('package-lock.json', 'utf8');
const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({ version: z.string().optional(), integrity: z.string().optional() }),
    ),
  })
  .parse(JSON.parse(lockText));

describe('package.json', () => {
  test.each(Object.entries({ ...dependencies, ...devDependencies }))(
    'names %s by an exact version',
    (_, version) => {
      expect(version).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
    },
  );

  test('runs everything on the Node that it brings', () => {
    expect(dependencies['node']).toMatch(/^24\./);
    expect(Object.values(scripts).filter((line) => /^(npx|bash|sh) /.test(line))).toEqual([]);
  });

  test('starts every command with what its last run has compiled', () => {
    const commands = Object.values(scripts).filter((line) => line.startsWith('node '));
    expect(commands.length).toBeGreaterThan(0);
    for (const line of commands)
      expect(line).toMatch(/^node --import \.\/scripts\/cli\/compile-cache\.ts scripts\//);
  });
});

describe('package-lock.json', () => {
  test('names no registry: it works with the one that the machine is set to', () => {
    expect(lockText).not.toContain('"resolved"');
    // Addresses of authors and funding are no registries.
    const addresses = lockText
      .replace(/"funding": (?:\{[^}]*\}|\[[^\]]*\])/g, '')
      .match(/"[^"]*https?:\/\/[^"]*"/g);
    expect((addresses ?? []).filter((address) => !/funding|sponsor|donate/.test(address))).toEqual(
      [],
    );
  });

  test('holds the digest of every package', () => {
    const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
    expect(packages.filter(([, { integrity }]) => !integrity)).toEqual([]);
  });

  test('holds the exact versions of package.json', () => {
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(lock.packages[`node_modules/${name}`]).toMatchObject({ version });
    }
  });
});
