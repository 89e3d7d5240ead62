import { counted } from '#core/format/counted.ts';
import type { PersonaFactId } from '#core/personas/fact-definitions.ts';
import type { Unit } from '#core/schemas/fact.ts';
import type { GenerateContext } from '../generate-context.ts';
import { GenerateError } from '../generate-error.ts';
import { countConditions, type FeatureCondition } from '../warehouse/features/core-customers.ts';
import { readMissingFacts } from '../warehouse/features/missing-facts.ts';

/** How the limits of a condition are written. */
export function featureUnit(feature: string): Unit {
  if (/Share|Herfindahl|discountDepth/.test(feature)) return 'ratio';
  if (/Days/i.test(feature)) return 'days';
  if (/^(?:orderValue|yearlySpend|unitPrice)$/.test(feature)) return 'money';
  if (feature === 'ordersPerYear') return 'perYear';
  return feature === 'itemsPerOrder' ? 'items' : 'count';
}

/**
 * Refuses percentages: everybody or nobody would meet them.
 *
 * @throws GenerateError `core-customer/impossible-limit`
 */
export function refuseImpossibleLimits(conditions: readonly FeatureCondition[]): void {
  const wrong = conditions
    .filter(({ feature }) => featureUnit(feature) === 'ratio')
    .filter(({ atLeast = 0, atMost = 1 }) => [atLeast, atMost].some((one) => one < 0 || one > 1));
  if (wrong.length === 0) return;
  throw new GenerateError(
    'core-customer/impossible-limit',
    `Cannot find the core customer: its rule asks for ${wrong.map(conditionText).join(' and for ')}; expected limits of shares from 0 to 1`,
    'Shares run from 0 to 1: write 0.2 for 20 % in coreCustomer.rule of portal.config.ts',
  );
}

/**
 * Why nobody meets a rule, as the error that stops the run: its features have no values, or its conditions exclude each
 * other. Null where there is no customer at all, so that nothing is wrong with the rule. Counts of fewer people than
 * the privacy floor are not told, nor counts that leave fewer out.
 */
export async function unmetRule(
  { engine, config }: Pick<GenerateContext, 'engine' | 'config'>,
  conditions: readonly FeatureCondition[],
): Promise<GenerateError | null> {
  const { customers, counts } = await countConditions(engine, conditions);
  if (customers === 0) return null;
  const missing = await readMissingFacts(engine);
  for (const [position, condition] of conditions.entries()) {
    const [kind = ''] = condition.feature.split(':');
    const reason = missing[MISSING_WITH[kind] ?? 'customers'];
    const { valued = 0, met = 0 } = counts[position] ?? {};
    const isUntold = met === 0 && reason !== undefined && ZERO_WHERE_UNTOLD.has(kind);
    if (valued > 0 && !isUntold) continue;
    return new GenerateError(
      'core-customer/no-values',
      `Cannot find the core customer: nothing in the exports gives "${condition.feature}", which its rule asks for; expected at least one customer with a value`,
      `${reason ?? 'Nothing in the exports gives it'}. Until then take the condition out of coreCustomer.rule in portal.config.ts`,
    );
  }
  const told = conditions.map(
    (condition, position) =>
      `${conditionText(condition)}: ${peopleText(counts[position]?.met ?? 0, customers, config.privacy.floor)}`,
  );
  return new GenerateError(
    'core-customer/nobody',
    `Cannot find the core customer: no customer meets all conditions of its rule (${told.join('; ')}); expected at least one who does`,
    'Widen the limits of coreCustomer.rule in portal.config.ts, or take a condition out',
  );
}

function conditionText({ feature, atLeast, atMost }: FeatureCondition): string {
  return [
    feature,
    ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
    ...(atMost === undefined ? [] : [`at most ${atMost}`]),
  ].join(' ');
}

function peopleText(people: number, customers: number, floor: number): string {
  if (people === 0) return 'nobody';
  if (people < floor) return `fewer than ${floor} customers`;
  const others = customers - people;
  return others > 0 && others < floor ? 'nearly everybody' : counted(people, 'customer');
}

/** Features that are 0 for everybody, and not empty, where the exports tell of none. */
const ZERO_WHERE_UNTOLD = new Set([
  'returnShare',
  'exchangedItemShare',
  'giftShare',
  'discountShare',
  'discountDepth',
]);

/** The fact of a Portrait that is missing where a feature is; features of named parts by the word before the colon. */
const MISSING_WITH: Partial<Record<string, PersonaFactId>> = {
  returnShare: 'returnRate',
  exchangedItemShare: 'exchangeShare',
  giftShare: 'giftShare',
  discountShare: 'discountShare',
  discountDepth: 'discountRate',
  itemsPerOrder: 'itemsPerOrder',
  unitPrice: 'unitPrice',
  categoryShare: 'topCategory',
  categoryHerfindahl: 'topCategory',
  brandShare: 'topBrand',
  brandHerfindahl: 'topBrand',
  channelShare: 'mainChannel',
};
