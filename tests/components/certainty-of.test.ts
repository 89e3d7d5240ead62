import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SegmentationSchema } from '#core/schemas/segmentation.ts';
import { isHint } from '../../src/components/certainty-of.ts';

const file = new URL('../../content/personas/segmentation.json', import.meta.url);
const segmentation = SegmentationSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const id = segmentation.certificate?.personas[0]?.id ?? '';

test('isHint() is true of a group that did not come out again, and only of that', () => {
  const doubtful = structuredClone(segmentation);
  for (const one of doubtful.certificate?.personas ?? []) {
    if (one.id === id) one.verdict = 'doubtful';
  }
  expect(isHint(segmentation, { id, figures: null })).toBe(false);
  expect(isHint(doubtful, { id, figures: null })).toBe(true);
  expect(isHint(doubtful, { id: 'written-by-hand', figures: null })).toBe(false);
  expect(isHint(null, { id, figures: null })).toBe(false);
});
