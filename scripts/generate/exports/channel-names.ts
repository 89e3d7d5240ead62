import { PLATFORMS } from '#core/format/export-name.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import type { Engine } from '#generate/warehouse/engine.ts';

/** Channels that exports call by a platform's id, "tiktok shop" or "tiktok-shop", as the platform writes itself. */
const OF_PLATFORMS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(PLATFORMS).flatMap(([id, name]) => [
    [id, name],
    [id.replaceAll('-', ' '), name],
  ]),
);

type ChannelNames = Pick<PortalConfig, 'channelNames'>;

/** What channels are written as, by what exports call them: as the config says, else as platforms write themselves. */
function writtenNames({ channelNames }: ChannelNames): ReadonlyMap<string, string> {
  return new Map(Object.entries({ ...OF_PLATFORMS, ...channelNames }));
}

/** Creates `channel_names`: the channels that exports write in their own way, and what they are called instead. */
export async function nameChannels(engine: Engine, config: ChannelNames): Promise<void> {
  await engine.run('CREATE TABLE channel_names (channel VARCHAR, name VARCHAR)');
  for (const [channel, name] of writtenNames(config)) {
    await engine.run('INSERT INTO channel_names VALUES ($1, $2)', [channel, name]);
  }
}

/** What a channel is called now that was named before, when other names were known; one that is in use stays. */
export function writtenChannel(channel: string, config: ChannelNames): string {
  const names = writtenNames(config);
  return [...names.values()].includes(channel) ? channel : (names.get(channel) ?? channel);
}
