import { fitSegmentation, type FittedSegmentation } from '#core/segmentation/fit-segmentation.ts';
import { habitProblem, reliabilityOf } from '#core/segmentation/habit-problem.ts';
import type { Segmentation } from '#core/schemas/segmentation.ts';
import type { GenerateContext } from '../generate-context.ts';
import { createCustomerFeatures } from '../warehouse/features/customer-features.ts';
import {
  ORDER_FEATURES,
  shareFeature,
  type FeatureDefinition,
} from '../warehouse/features/feature-definitions.ts';
import { readFitSample } from '../warehouse/features/fit-sample.ts';
import { halvesLikeness } from '../warehouse/features/halves-likeness.ts';
import { mainShares } from '../warehouse/features/main-shares.ts';
import { readMissingFacts } from '../warehouse/features/missing-facts.ts';
import { countTableBuyers } from '../warehouse/features/table-buyers.ts';
import { tableFeatures } from './segmentation-table.ts';

/** The fact whose absence makes a feature meaningless, too. */
const NEEDS = {
  categoryHerfindahl: 'topCategory',
  brandHerfindahl: 'topBrand',
  returnShare: 'returnRate',
  exchangedItemShare: 'returnRate',
  discountShare: 'discountShare',
  discountDepth: 'discountShare',
  giftShare: 'giftShare',
  springShare: 'springShare',
  summerShare: 'summerShare',
  autumnShare: 'autumnShare',
  holidayShare: 'holidayShare',
} as const;

/** Shares of somebody's orders, pieces or money: of few orders each is far from the average, by chance. */
const SHARE = /Share(:.+)?$/su;

/** A fit, or null when there is nothing to tell customers apart by; either way what was left out. */
export interface FitOutcome {
  fitted: FittedSegmentation | null;
  dropped: Segmentation['dropped'];
}

/** Fits a new segmentation on the purchases in the engine and the customer table. */
export async function fitPurchases(context: GenerateContext): Promise<FitOutcome> {
  const { engine, config, progress } = context;
  const ofOrders = await usableFeatures(context);
  const ofTable = await tableFeatures(context, ofOrders.features);
  const features = [...ofOrders.features, ...ofTable.features];
  await createCustomerFeatures(engine, features);
  const values = await readFitSample(engine, features.length);
  const fitted = fitSegmentation(
    features.map(({ id, label, transform }, index) => ({
      id,
      label,
      transform,
      values: values[index] ?? [],
      reliability: ofOrders.reliabilities.get(id) ?? null,
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
  const headers = new Map(ofTable.features.map(({ id, label }) => [id, label]));
  const ofFit = (fitted?.dropped ?? []).map(({ feature, reason }) => ({
    feature: headers.get(feature) ?? feature,
    reason,
  }));
  const dropped = [...ofOrders.dropped, ...ofTable.dropped, ...ofFit].sort((a, b) =>
    a.feature < b.feature ? -1 : 1,
  );
  if (!fitted) return { fitted, dropped };
  const { sentence } = ofTable;
  return {
    fitted: {
      ...fitted,
      model: withColumns(fitted.model, features),
      explanation: sentence === null ? fitted.explanation : `${fitted.explanation}. ${sentence}`,
      dropped,
    },
    dropped,
  };
}

/** The model with where each feature stands in the customer table, so that it can be read there again. */
function withColumns(
  model: FittedSegmentation['model'],
  features: readonly FeatureDefinition[],
): FittedSegmentation['model'] {
  const columns = new Map(features.map(({ id, table }) => [id, table?.column]));
  return {
    ...model,
    features: model.features.map((feature) => {
      const column = columns.get(feature.id);
      return column ? { ...feature, column } : feature;
    }),
  };
}

/** Features that the orders can give; none where Portraits rest on the customer table alone. */
async function usableFeatures({ engine, asOf }: GenerateContext): Promise<{
  features: FeatureDefinition[];
  /** By feature, where enough customers have orders to tell. */
  reliabilities: Map<string, number | null>;
  dropped: Segmentation['dropped'];
}> {
  if ((await countTableBuyers(engine)) !== null)
    return { features: [], reliabilities: new Map(), dropped: [] };
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
  const likeness = await halvesLikeness(engine, asOf, features);
  const habits = features.filter(({ id }) => {
    const halves = likeness.get(id);
    const reason = halves && SHARE.test(id) ? habitProblem(halves) : null;
    if (reason !== null) dropped.push({ feature: id, reason });
    return reason === null;
  });
  const reliabilities = new Map(
    [...likeness].map(([id, halves]) => [id, reliabilityOf(halves)] as const),
  );
  return { features: habits, reliabilities, dropped };
}
