import type { ExportTable } from '../interchange.ts';
import type { Adapter } from '../adapter.ts';
import { amazonAdsAdvertisedProducts } from './amazon-ads-advertised-products.ts';
import { amazonAdsCampaigns } from './amazon-ads-campaigns.ts';
import { amazonAdsPlacement } from './amazon-ads-placement.ts';
import { amazonAdsSearchTerms } from './amazon-ads-search-terms.ts';
import { amazonAdsTargeting } from './amazon-ads-targeting.ts';
import { amazonFbaReturns } from './amazon-fba-returns.ts';
import { amazonOrdersMfn } from './amazon-orders-mfn.ts';
import { amazonOrdersSaleReport } from './amazon-orders-sale-report.ts';
import { amazonOrders } from './amazon-orders.ts';
import { bigcommerceHeaderless } from './bigcommerce-headerless.ts';
import { bigcommerce } from './bigcommerce.ts';
import { callSheet } from './call-sheet.ts';
import { ebay } from './ebay.ts';
import { freshdesk } from './freshdesk.ts';
import { ga4 } from './ga4.ts';
import { genericAbandonedBaskets } from './generic-abandoned-baskets.ts';
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
import { googleAdsTimeSeries } from './google-ads-time-series.ts';
import { googleAds } from './google-ads.ts';
import { googleAdsInCampaign } from './google-ads-in-campaign.ts';
import { googleForms } from './google-forms.ts';
import { gorgiasTickets } from './gorgias-tickets.ts';
import { klaviyoCampaigns } from './klaviyo-campaigns.ts';
import { klaviyoFlows } from './klaviyo-flows.ts';
import { klaviyoReport } from './klaviyo-report.ts';
import { magento1AdminGrid } from './magento1-admin-grid.ts';
import { magento1BrandReport } from './magento1-brand-report.ts';
import { magento1CreditmemoItems, magento1Creditmemos } from './magento1-creditmemos.ts';
import { magento1Customers } from './magento1-customers.ts';
import { magento1OrderItems } from './magento1-order-items.ts';
import { magento1OrderGrid, magento1Orders } from './magento1-orders.ts';
import { magento1Shipments, magento1ShipmentTracks } from './magento1-shipments.ts';
import { magento2Customers } from './magento2-customers.ts';
import { magento2OrderGrid } from './magento2-order-grid.ts';
import { mailchimpAbReport } from './mailchimp-ab-report.ts';
import { mailchimpAudience } from './mailchimp-audience.ts';
import { mailchimpCampaigns } from './mailchimp-campaigns.ts';
import { mailchimpReport } from './mailchimp-report.ts';
import { metaAdsUndated } from './meta-ads-undated.ts';
import { metaAds } from './meta-ads.ts';
import { shipstationOrders } from './shipstation-orders.ts';
import { shipstationShipments } from './shipstation-shipments.ts';
import { shipstationTemplateOrders } from './shipstation-template-orders.ts';
import { shipstationTemplate } from './shipstation-template.ts';
import { shopifyCustomers } from './shopify-customers.ts';
import { shopifyOrders } from './shopify-orders.ts';
import { shopifyProducts } from './shopify-products.ts';
import { surveymonkey, surveymonkeyPlain } from './surveymonkey.ts';
import { tiktokAds } from './tiktok-ads.ts';
import { tiktokShop } from './tiktok-shop.ts';
import { typeform } from './typeform.ts';
import { walmart } from './walmart.ts';
import { woocommerceAlgolplus } from './woocommerce-algolplus.ts';
import { woocommerceAnalytics } from './woocommerce-analytics.ts';
import { woocommerceWebtoffee } from './woocommerce-webtoffee.ts';
import { zendeskExplore } from './zendesk-explore.ts';
import { zendeskJson } from './zendesk-json.ts';
import { zendeskTickets } from './zendesk-tickets.ts';

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
  abandoned_baskets: genericAbandonedBaskets,
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
  shopifyProducts,
  klaviyoCampaigns,
  amazonAdsAdvertisedProducts,
  amazonAdsCampaigns,
  amazonAdsPlacement,
  amazonAdsSearchTerms,
  amazonAdsTargeting,
  bigcommerce,
  bigcommerceHeaderless,
  callSheet,
  ga4,
  googleAds,
  googleAdsInCampaign,
  googleAdsTimeSeries,
  googleForms,
  freshdesk,
  gorgiasTickets,
  klaviyoFlows,
  klaviyoReport,
  mailchimpAbReport,
  mailchimpAudience,
  magento1AdminGrid,
  magento1BrandReport,
  magento1CreditmemoItems,
  magento1Creditmemos,
  magento1Customers,
  magento1OrderGrid,
  magento1OrderItems,
  magento1Orders,
  magento1Shipments,
  magento1ShipmentTracks,
  magento2Customers,
  magento2OrderGrid,
  mailchimpCampaigns,
  mailchimpReport,
  metaAds,
  metaAdsUndated,
  shipstationOrders,
  shipstationShipments,
  shipstationTemplate,
  shipstationTemplateOrders,
  shopifyCustomers,
  surveymonkey,
  surveymonkeyPlain,
  tiktokAds,
  tiktokShop,
  typeform,
  walmart,
  woocommerceAlgolplus,
  woocommerceAnalytics,
  woocommerceWebtoffee,
  zendeskExplore,
  zendeskJson,
  zendeskTickets,
  ...Object.values(GENERIC_ADAPTERS),
];
