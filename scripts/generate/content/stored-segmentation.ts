import { SegmentationSchema, type Segmentation } from '#core/schemas/segmentation.ts';
import { GenerateError } from '../generate-error.ts';
import type { PresentContent } from '../generate-context.ts';

export const SEGMENTATION_PATH = 'personas/segmentation.json';

/**
 * The segmentation of the run before, or null.
 *
 * @throws GenerateError `segmentation/unreadable`: a model that somebody edited must not move customers silently
 */
export function readStoredSegmentation(present: PresentContent): Segmentation | null {
  const text = present.read(SEGMENTATION_PATH);
  if (text === null) return null;
  const parsed = SegmentationSchema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new GenerateError(
    'segmentation/unreadable',
    `Cannot read stored segmentation "content/${SEGMENTATION_PATH}": ${issue?.path.join('.') || 'the file'} is not as generate wrote it`,
    'Restore the file from version control; without it, Portraits are found anew and get new ids',
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
