import type { PortalConfigInput } from '#core/schemas/portal-config.ts';
import config from '../../portal.config.ts';

/** The sample's configuration with a few numbers of groups to choose from: enough for a fit to decide otherwise. */
const refit: PortalConfigInput = { ...config, portraits: { fewest: 7, most: 9 } };

export default refit;
