import type { ExportTable } from '../interchange.ts';
import type { Adapter } from '../adapter.ts';
import { amazonFbaReturns } from './amazon-fba-returns.ts';
import { amazonOrdersMfn } from './amazon-orders-mfn.ts';
import { amazonOrdersSaleReport } from './amazon-orders-sale-report.ts';
import { amazonOrders } from './amazon-orders.ts';
import { ebay } from './ebay.ts';
import { genericCampaignResults } from './generic-campaign-results.ts';
import { genericCustomerTraits } from './generic-customer-traits.ts';
import { genericCustomers } from './generic-customers.ts';
import { genericFulfilmentChecks } from './generic-fulfilment-checks.ts';
import { genericKpiSnapshots } from './generic-kpi-snapshots.ts';
import { genericOrders } from './generic-orders.ts';
import { genericPersonaStatistics } from './generic-persona-statistics.ts';
import { genericProducts } from './generic-products.ts';
import { genericReturns } from './generic-returns.ts';
import { genericShipments } from './generic-shipments.ts';
import { genericSurveyResponses } from './generic-survey-responses.ts';
import { genericTickets } from './generic-tickets.ts';
import { klaviyoCampaigns } from './klaviyo-campaigns.ts';
import { shopifyOrders } from './shopify-orders.ts';
import { tiktokShop } from './tiktok-shop.ts';
import { walmart } from './walmart.ts';

/** The documented CSV of each table: what a mapping in the config is compiled to. */
export const GENERIC_ADAPTERS: Record<ExportTable, Adapter> = {
  orders: genericOrders,
  products: genericProducts,
  returns: genericReturns,
  shipments: genericShipments,
  fulfilment_checks: genericFulfilmentChecks,
  survey_responses: genericSurveyResponses,
  tickets: genericTickets,
  customers: genericCustomers,
  customer_traits: genericCustomerTraits,
  campaign_results: genericCampaignResults,
  kpi_snapshots: genericKpiSnapshots,
  persona_statistics: genericPersonaStatistics,
};

/** Every format that is recognised by its header. A new platform is one file beside these and one line here. */
export const ADAPTERS: readonly Adapter[] = [
  amazonFbaReturns,
  amazonOrders,
  amazonOrdersMfn,
  amazonOrdersSaleReport,
  ebay,
  shopifyOrders,
  klaviyoCampaigns,
  tiktokShop,
  walmart,
  ...Object.values(GENERIC_ADAPTERS),
];
