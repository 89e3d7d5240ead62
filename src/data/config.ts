import { PortalConfigSchema } from '#core/schemas/portal-config.ts';
import portalConfig from '#config';

/** portal.config.ts, checked and with its defaults filled in. */
export const config = PortalConfigSchema.parse(portalConfig);

/** Ids of the playlists that the shop has written itself. */
export const ownPlaylists: ReadonlySet<string> = new Set(
  Object.keys(portalConfig.screens?.playlists ?? {}),
);
