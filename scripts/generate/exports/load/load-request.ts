import type { PortalConfig } from '#core/schemas/portal-config.ts';
import type { RowAccount } from './row-account.ts';

/** What a loader is told besides the view "rows" (create-rows.ts) of one platform. */
export interface LoadRequest {
  /** Platform, or name of the config's source. */
  source: string;
  /** Columns of "rows" that a file fills; the others are null in each row. */
  filled: ReadonlySet<string>;
  config: PortalConfig;
  secret: string;
  account: RowAccount;
  /** Tax that the prices of orders hold which state none (`platforms` in the config); default: 0. */
  taxInPrices?: number | undefined;
  /** Rows of orders that are loaded at once; default: PORTION_ROWS. */
  portionRows?: number | undefined;
}
