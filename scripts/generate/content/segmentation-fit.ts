import { fitSegmentation, type FittedSegmentation } from '#core/segmentation/fit-segmentation.ts';
import type { Segmentation } from '#core/schemas/segmentation.ts';
import type { GenerateContext } from '../generate-context.ts';
import { createCustomerFeatures } from '../warehouse/features/customer-features.ts';
import {
  ORDER_FEATURES,
  shareFeature,
  type FeatureDefinition,
} from '../warehouse/features/feature-definitions.ts';
import { readFitSample } from '../warehouse/features/fit-sample.ts';
import { mainShares } from '../warehouse/features/main-shares.ts';
import { readMissingFacts } from '../warehouse/features/missing-facts.ts';

/** The fact whose absence makes a feature meaningless, too. */
const NEEDS = {
  categoryHerfindahl: 'topCategory',
  brandHerfindahl: 'topBrand',
  returnShare: 'returnRate',
  exchangeShare: 'returnRate',
  discountShare: 'discountShare',
  discountDepth: 'discountShare',
  giftShare: 'giftShare',
} as const;

/** Fits a new segmentation on the purchases in the engine; null when there is nothing to tell customers apart by. */
export async function fitPurchases(context: GenerateContext): Promise<FittedSegmentation | null> {
  const { engine, config, progress } = context;
  const { features, dropped } = await usableFeatures(context);
  await createCustomerFeatures(engine, features);
  const values = await readFitSample(engine, features.length);
  const fitted = fitSegmentation(
    features.map(({ id, label, transform }, index) => ({
      id,
      label,
      transform,
      values: values[index] ?? [],
    })),
    {
      seed: config.portraits.seed,
      fewest: config.portraits.fewest,
      most: config.portraits.most,
      fewestCustomers: config.privacy.floor,
      smallestShare: config.portraits.smallestShare,
      advance: (share) => {
        progress.advance(share);
      },
    },
  );
  if (!fitted) return null;
  const all = [...dropped, ...fitted.dropped].sort((a, b) => (a.feature < b.feature ? -1 : 1));
  return { ...fitted, dropped: all };
}

async function usableFeatures({ engine }: GenerateContext): Promise<{
  features: FeatureDefinition[];
  dropped: Segmentation['dropped'];
}> {
  const missing = await readMissingFacts(engine);
  const dropped: Segmentation['dropped'] = [];
  const features = [...ORDER_FEATURES, ...(await mainShares(engine)).map(shareFeature)].filter(
    ({ id, describes }) => {
      const need = id in NEEDS ? NEEDS[id as keyof typeof NEEDS] : null;
      const reason = describes ?? (need && missing[need]);
      if (reason) dropped.push({ feature: id, reason });
      return !reason;
    },
  );
  for (const [split, fact] of [
    ['categoryShare', 'topCategory'],
    ['brandShare', 'topBrand'],
    ['channelShare', 'mainChannel'],
  ] as const) {
    const reason = missing[fact];
    if (reason) dropped.push({ feature: split, reason });
  }
  return { features, dropped };
}
