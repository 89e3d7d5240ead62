import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SegmentationSchema, type Segmentation } from '#core/schemas/segmentation.ts';
import { SEGMENTATION_PATH } from '#generate/content/stored-segmentation.ts';

/** How Portraits were found and how sure they are, by a content folder; null where `generate` has not written it. */
export function readSegmentation(contentDirectory: string): Segmentation | null {
  const file = join(contentDirectory, SEGMENTATION_PATH);
  if (!existsSync(file)) return null;
  const found = SegmentationSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  return found.success ? found.data : null;
}
