import type { PortalConfig } from '#core/schemas/portal-config.ts';

/** What a loader is told besides the view "rows" (interchange columns, "file" and "row") of one source. */
export interface LoadRequest {
  source: string;
  config: PortalConfig;
  secret: string;
  /** Told of rows of a file that say what another row says already. */
  reportRepeated: (file: number, rows: number) => void;
}
