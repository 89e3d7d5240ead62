import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Segmentation } from '#core/schemas/segmentation.ts';
import {
  readStoredSegmentation,
  SEGMENTATION_PATH,
} from '#generate/content/stored-segmentation.ts';

/** What is stored, with some words as they were before. */
function stored(
  change: (text: string) => string,
  channelNames: Record<string, string> = {},
): Segmentation | null {
  const text = change(readFileSync(`content/${SEGMENTATION_PATH}`, 'utf8'));
  return readStoredSegmentation(
    { read: () => text, paths: () => [SEGMENTATION_PATH] },
    { channelNames },
  );
}

/** The ids of all features, which the model and its baseline have in common. */
function ids(segmentation: Segmentation | null): string[] {
  const of = (features: readonly { id: string }[] = []): string[] => features.map(({ id }) => id);
  const known = of(segmentation?.model?.features);
  expect(of(segmentation?.baseline?.features)).toEqual(known);
  return known;
}

test('readStoredSegmentation() knows the features of a model that was stored under their former names', () => {
  // A share of bought and one of returned items had one name.
  const known = ids(stored((text) => text.replaceAll('exchangedItemShare', 'exchangeShare')));
  expect(known).toContain('exchangedItemShare');
  expect(known).not.toContain('exchangeShare');
});

test('readStoredSegmentation() knows the channels of a model by what they are called now', () => {
  const before = (text: string): string =>
    text.replaceAll('phone app', 'ebay').replaceAll('phone order', 'till 7');
  const segmentation = stored(before, { 'till 7': 'Leeds shop' });
  const known = ids(segmentation);
  expect(known).toContain('channelShare:eBay');
  expect(known).toContain('channelShare:Leeds shop');
  const labels = segmentation?.model?.features.map(({ label }) => label);
  expect(labels).toContain('Share of orders by eBay');
  expect(labels).toContain('Share of orders by Leeds shop');
});

test('readStoredSegmentation() leaves channels that are one now, and a name that is in use', () => {
  const two = (text: string): string =>
    text.replaceAll('phone app', 'ebay').replaceAll('phone order', 'eBay');
  expect(ids(stored(two))).toEqual(expect.arrayContaining(['channelShare:ebay', 'channelShare:eBay'])); // prettier-ignore
  expect(ids(stored((text) => text, { 'phone app': 'telephone', phone: 'phone app' }))).toContain(
    'channelShare:phone app',
  );
});
