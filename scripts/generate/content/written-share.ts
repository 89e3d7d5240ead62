import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { writtenChannel } from '../exports/channel-names.ts';
import { parseShareFeature, type NamedShare } from '../warehouse/features/feature-definitions.ts';

/**
 * The share that an id means which was stored or written into the config, by what its channel is called now
 * ("channelShare:ebay" is eBay's); null for any other feature.
 */
export function writtenShare(
  id: string,
  config: Pick<PortalConfig, 'channelNames'>,
): NamedShare | null {
  const share = parseShareFeature(id);
  return share?.split === 'channel'
    ? { ...share, name: writtenChannel(share.name, config) }
    : share;
}
