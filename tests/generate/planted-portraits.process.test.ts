import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SegmentationSchema } from '#core/schemas/segmentation.ts';
import { adjustedRandIndex } from '#core/segmentation/adjusted-rand-index.ts';
import { writeSample } from '#sample/write-sample.ts';
import { generated } from './call-generate.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('generate finds the eight planted kinds of customer again', async () => {
  const folder = temporaryFolder();
  const { truth } = await writeSample(join(folder, 'exports'));
  await generated(['--exports', join(folder, 'exports'), '--content', join(folder, 'content')]);
  const emails = new Map(
    stateRows(folder, 'vault.csv').map(([key = '', email = '']) => [key, email]),
  );
  const { customers } = JSON.parse(readFileSync(truth, 'utf8')) as {
    customers: Record<string, string>;
  };
  const assignments = stateRows(folder, 'assignments.csv');
  expect(assignments.length).toBeGreaterThan(6_400);
  // The vault forgets whoever has not bought for three years; nobody else can tell the kind of a key.
  const pairs = assignments.flatMap(([key = '', persona = '']) => {
    const kind = customers[emails.get(key) ?? ''];
    return kind === undefined ? [] : [{ kind, persona }];
  });
  expect(pairs.length).toBeGreaterThan(5_800);
  expect(new Set(pairs.map(({ persona }) => persona)).size).toBe(8);
  const agreement = adjustedRandIndex(
    pairs.map(({ kind }) => kind),
    pairs.map(({ persona }) => persona),
  );
  expect(agreement).toBeGreaterThan(0.9);

  // The Christmas visitors order once, and are a kind of people all the same.
  const { certificate } = SegmentationSchema.parse(
    JSON.parse(readFileSync(join(folder, 'content/personas/segmentation.json'), 'utf8')),
  );
  const chances = certificate?.personas.flatMap(({ singleOrders }) => singleOrders ?? []);
  expect(chances).toHaveLength(1);
  expect(Math.max(...(chances ?? []))).toBeLessThan(0.3);
});

function stateRows(folder: string, file: string): string[][] {
  const [, ...rows] = readFileSync(join(folder, 'content.portal', file), 'utf8')
    .trim()
    .split('\n');
  return rows.map((row) => row.split(','));
}
