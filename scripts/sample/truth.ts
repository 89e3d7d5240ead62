import { isoDay } from './calendar.ts';
import { CUSTOMER_KINDS } from './customer-kinds.ts';
import type { KindSummary } from './kind-summary.ts';
import { FIRST_CONTACT } from './kpi-snapshots.ts';
import { CARRIERS, LATEST_RETURN_DAYS, PACKING } from './order-aftermath.ts';
import { PLANTED_CAMPAIGNS, type PlantedCampaign } from './planted-campaigns.ts';
import type { PlantedExports } from './platforms/platform-exports.ts';
import { LOST_AFTER_A_PROBLEM } from './simulate-orders.ts';
import type { Shop } from './simulate-shop.ts';

/** What was planted, for tests that ask whether the portal finds it. Never read by the portal. */
export interface SampleTruth {
  schemaVersion: 1;
  seed: number;
  oldest: string;
  newest: string;
  /** Normalised e-mail → id of the kind. */
  customers: Record<string, string>;
  kinds: { id: string; name: string; share: number; written: KindSummary | null }[];
  campaigns: readonly PlantedCampaign[];
  kpis: Record<string, unknown>;
  /** What each platform's files hold, and how many rows below the header each file has. */
  exports: PlantedExports & { files: { path: string; rows: number }[] };
}

export function assembleTruth(
  shop: Shop,
  kinds: readonly KindSummary[],
  planted: SampleTruth['exports'],
): SampleTruth {
  return {
    schemaVersion: 1,
    seed: shop.seed,
    oldest: isoDay(shop.from),
    newest: isoDay(shop.newest),
    customers: Object.fromEntries(
      shop.customers.map(({ person, kind }) => [person.email, kind.id]),
    ),
    kinds: CUSTOMER_KINDS.map(({ id, name, share }) => ({
      id,
      name,
      share,
      written: kinds.find((summary) => summary.id === id) ?? null,
    })),
    campaigns: PLANTED_CAMPAIGNS,
    kpis: {
      orderAccuracy: PACKING,
      lateParcels: CARRIERS,
      firstContactResolution: FIRST_CONTACT,
      lostAfterAProblem: LOST_AFTER_A_PROBLEM,
      latestReturnDays: LATEST_RETURN_DAYS,
    },
    exports: planted,
  };
}
