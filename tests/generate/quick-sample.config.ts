import type { PortalConfigInput } from '#core/schemas/portal-config.ts';
import config from '../../portal.config.ts';

/** The sample's configuration with one number of groups to try: what a test does not ask about need not take time. */
const quick: PortalConfigInput = { ...config, portraits: { fewest: 8, most: 8 } };

export default quick;
