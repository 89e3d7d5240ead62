import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  readStoredSegmentation,
  SEGMENTATION_PATH,
} from '#generate/content/stored-segmentation.ts';

/** What is stored, as it was while a share of bought and one of returned items had one name. */
const STORED = readFileSync(`content/${SEGMENTATION_PATH}`, 'utf8').replaceAll(
  'exchangedItemShare',
  'exchangeShare',
);

test('readStoredSegmentation() knows the features of a model that was stored under their former names', () => {
  const stored = readStoredSegmentation({
    read: () => STORED,
    paths: () => [SEGMENTATION_PATH],
  });
  for (const features of [stored?.model?.features, stored?.baseline?.features]) {
    const ids = features?.map(({ id }) => id);
    expect(ids).toContain('exchangedItemShare');
    expect(ids).not.toContain('exchangeShare');
  }
});
