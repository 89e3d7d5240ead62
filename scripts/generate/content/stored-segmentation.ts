import { SegmentationSchema, type Segmentation } from '#core/schemas/segmentation.ts';
import { GenerateError } from '../generate-error.ts';
import type { PresentContent } from '../generate-context.ts';

export const SEGMENTATION_PATH = 'personas/segmentation.json';

/** Features that are called otherwise now: a model that was stored before goes on. */
const RENAMED_FEATURES = new Map([
  // The fact of that name is a share of what came back.
  ['exchangeShare', 'exchangedItemShare'],
]);

/**
 * The segmentation of the run before, or null.
 *
 * @throws GenerateError `segmentation/unreadable`: a model that somebody edited must not move customers silently
 */
export function readStoredSegmentation(present: PresentContent): Segmentation | null {
  const text = present.read(SEGMENTATION_PATH);
  if (text === null) return null;
  const parsed = SegmentationSchema.safeParse(jsonOf(text));
  if (parsed.success) return withTodaysFeatures(parsed.data);
  const [issue] = parsed.error.issues;
  throw new GenerateError(
    'segmentation/unreadable',
    `Cannot read stored segmentation "content/${SEGMENTATION_PATH}": ${issue?.path.join('.') || 'the file'} is not as generate wrote it`,
    'Restore the file from version control; without it, Portraits are found anew and get new ids',
  );
}

function withTodaysFeatures(stored: Segmentation): Segmentation {
  const { model, baseline } = stored;
  return {
    ...stored,
    model: model && { ...model, features: model.features.map(renamed) },
    baseline: baseline && { ...baseline, features: baseline.features.map(renamed) },
  };
}

function renamed<Feature extends { id: string; column?: unknown }>(feature: Feature): Feature {
  const id = feature.column === undefined ? RENAMED_FEATURES.get(feature.id) : undefined;
  return id === undefined ? feature : { ...feature, id };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
