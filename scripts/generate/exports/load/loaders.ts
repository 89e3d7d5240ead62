import type { Engine } from '#generate/warehouse/engine.ts';
import type { ExportTable } from '../interchange.ts';
import { loadAnswers } from './load-answers.ts';
import { loadBaskets } from './load-baskets.ts';
import { loadCampaigns } from './load-campaigns.ts';
import { loadChecks } from './load-checks.ts';
import { loadCustomers } from './load-customers.ts';
import { loadOrders } from './load-orders.ts';
import { loadProducts } from './load-products.ts';
import type { LoadRequest } from './load-request.ts';
import { loadReturns } from './load-returns.ts';
import { loadShipments } from './load-shipments.ts';
import { loadSnapshots } from './load-snapshots.ts';
import { loadStatistics } from './load-statistics.ts';
import { loadTickets } from './load-tickets.ts';
import { loadTraits } from './load-traits.ts';

type Loader = (engine: Engine, request: LoadRequest) => Promise<void>;

/** How the rows of each generic table ("rows", interchange columns) become canonical ones. */
export const LOADERS: Record<ExportTable, Loader> = {
  orders: loadOrders,
  products: loadProducts,
  returns: loadReturns,
  shipments: loadShipments,
  fulfilment_checks: loadChecks,
  survey_responses: loadAnswers,
  tickets: loadTickets,
  customers: loadCustomers,
  customer_traits: loadTraits,
  abandoned_baskets: loadBaskets,
  campaign_results: loadCampaigns,
  kpi_snapshots: loadSnapshots,
  persona_statistics: loadStatistics,
};
