import { averageOrderValueDefinition } from './average-order-value.ts';
import { firstContactResolutionDefinition } from './first-contact-resolution.ts';
import type { KpiDefinition, KpiSettings } from './kpi-definition.ts';
import { netRevenueRetentionDefinition } from './net-revenue-retention.ts';
import { netRevenueDefinition } from './net-revenue.ts';
import { onTimeDeliveryDefinition } from './on-time-delivery.ts';
import { orderAccuracyDefinition } from './order-accuracy.ts';
import { repeatPurchaseRateDefinition } from './repeat-purchase-rate.ts';
import { returnRateDefinition } from './return-rate.ts';
import { secondPurchaseRateDefinition } from './second-purchase-rate.ts';
import { timeToFirstAnswerDefinition } from './time-to-first-answer.ts';

/**
 * KPI definitions – every KPI that the portal computes itself, in the order of the home page.
 * Definition: words only; each formula stands in the file of its definition.
 * Source: cited in each.
 * Empty case: none.
 * @example kpiDefinitions({ repeatPurchaseMonths: 12, secondPurchaseDays: 90, returnMaturityDays: 60 })[0]?.id // => 'net-revenue-retention'
 */
export function kpiDefinitions(settings: KpiSettings): KpiDefinition[] {
  return [
    netRevenueDefinition,
    netRevenueRetentionDefinition,
    repeatPurchaseRateDefinition(settings),
    secondPurchaseRateDefinition(settings),
    averageOrderValueDefinition,
    returnRateDefinition(settings),
    onTimeDeliveryDefinition,
    orderAccuracyDefinition,
    timeToFirstAnswerDefinition,
    firstContactResolutionDefinition,
  ].sort((a, b) => a.order - b.order);
}
