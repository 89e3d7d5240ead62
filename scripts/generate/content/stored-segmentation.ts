import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { SegmentationSchema, type Segmentation } from '#core/schemas/segmentation.ts';
import { GenerateError } from '../generate-error.ts';
import type { PresentContent } from '../generate-context.ts';
import { shareFeature } from '../warehouse/features/feature-definitions.ts';
import { writtenShare } from './written-share.ts';

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
export function readStoredSegmentation(
  present: PresentContent,
  config: ChannelNames,
): Segmentation | null {
  const text = present.read(SEGMENTATION_PATH);
  if (text === null) return null;
  const parsed = SegmentationSchema.safeParse(jsonOf(text));
  if (parsed.success) return withTodaysFeatures(parsed.data, config);
  const [issue] = parsed.error.issues;
  throw new GenerateError(
    'segmentation/unreadable',
    `Cannot read stored segmentation "content/${SEGMENTATION_PATH}": ${issue?.path.join('.') || 'the file'} is not as generate wrote it`,
    'Restore the file from version control; without it, Portraits are found anew and get new ids',
  );
}

type ChannelNames = Pick<PortalConfig, 'channelNames'>;

function withTodaysFeatures(stored: Segmentation, config: ChannelNames): Segmentation {
  const { model, baseline } = stored;
  if (model === null) return stored;
  const today = model.features.map((feature) => renamed(feature, config));
  // Of two channels that have become one, neither is what it was.
  const uses = (id: string): number => today.filter((feature) => feature.id === id).length;
  const features = model.features.map((feature, at) => {
    const now = today[at] ?? feature;
    return uses(now.id) === 1 ? now : feature;
  });
  return {
    ...stored,
    model: { ...model, features },
    baseline: baseline && {
      ...baseline,
      features: baseline.features.map((feature, at) => ({
        ...feature,
        id: features[at]?.id ?? feature.id,
      })),
    },
  };
}

type Feature = NonNullable<Segmentation['model']>['features'][number];

function renamed(feature: Feature, config: ChannelNames): Feature {
  if (feature.column !== undefined) return feature;
  const share = writtenShare(feature.id, config);
  if (share === null) return { ...feature, id: RENAMED_FEATURES.get(feature.id) ?? feature.id };
  const { id, label } = shareFeature(share);
  return { ...feature, id, label };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
