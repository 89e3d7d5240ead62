import type { Shop } from '../simulate-shop.ts';
import type { Table } from '../table-file.ts';
import { amazonOrderReports, type PlantedAmazonOrders } from './amazon-order-report.ts';
import { simulateAmazon, type AmazonOrder } from './amazon-orders.ts';
import { amazonReturnReports, type PlantedAmazonReturns } from './amazon-returns.ts';
import { brandReport, type PlantedBrandReport } from './brand-report.ts';
import { googleAdsReports, type PlantedGoogleAds } from './google-ads.ts';
import { gorgiasExport, type PlantedGorgias } from './gorgias.ts';
import { klaviyoFlowExport, type PlantedKlaviyoFlows } from './klaviyo-flows.ts';
import { metaAdsReports, type PlantedMetaAds } from './meta-ads.ts';
import { shipStationExport, type PlantedShipStation } from './shipstation.ts';
import { shopifyCustomerExport, type PlantedShopifyCustomers } from './shopify-customers.ts';
import { shopifyOrderExports, type PlantedShopifyOrders } from './shopify-orders.ts';
import { surveyMonkeyExport, type PlantedSurveyMonkey } from './surveymonkey.ts';

/** What a reader has to find in each platform's files. Money in cents. */
export interface PlantedExports {
  shopifyOrders: PlantedShopifyOrders;
  shopifyCustomers: PlantedShopifyCustomers;
  amazonOrders: PlantedAmazonOrders;
  amazonReturns: PlantedAmazonReturns;
  klaviyoFlows: PlantedKlaviyoFlows;
  googleAds: PlantedGoogleAds;
  metaAds: PlantedMetaAds;
  shipStation: PlantedShipStation;
  surveyMonkey: PlantedSurveyMonkey;
  gorgias: PlantedGorgias;
  brandReport: PlantedBrandReport;
}

/** The files of the platforms that the shop works with; each platform's chance is a stream of its own. */
export function platformExports(shop: Shop): { tables: Table[]; planted: PlantedExports } {
  const amazon = simulateAmazon(shop);
  const exports = {
    shopifyOrders: shopifyOrderExports(shop, numbersAtAmazon(amazon)),
    shopifyCustomers: shopifyCustomerExport(shop),
    amazonOrders: amazonOrderReports(shop, amazon),
    amazonReturns: amazonReturnReports(shop, amazon),
    klaviyoFlows: klaviyoFlowExport(shop),
    googleAds: googleAdsReports(shop),
    metaAds: metaAdsReports(shop),
    shipStation: shipStationExport(shop),
    surveyMonkey: surveyMonkeyExport(shop),
    gorgias: gorgiasExport(shop),
    brandReport: brandReport(shop),
  };
  return {
    tables: Object.values(exports).flatMap(({ tables }) => tables),
    planted: {
      shopifyOrders: exports.shopifyOrders.planted,
      shopifyCustomers: exports.shopifyCustomers.planted,
      amazonOrders: exports.amazonOrders.planted,
      amazonReturns: exports.amazonReturns.planted,
      klaviyoFlows: exports.klaviyoFlows.planted,
      googleAds: exports.googleAds.planted,
      metaAds: exports.metaAds.planted,
      shipStation: exports.shipStation.planted,
      surveyMonkey: exports.surveyMonkey.planted,
      gorgias: exports.gorgias.planted,
      brandReport: exports.brandReport.planted,
    },
  };
}

/** Under which number Amazon sent an order of the shop, by the shop's number. */
function numbersAtAmazon(orders: readonly AmazonOrder[]): Map<number, string> {
  return new Map(
    orders.flatMap(({ id, sentFor }) => (sentFor === null ? [] : [[sentFor.number, id] as const])),
  );
}
