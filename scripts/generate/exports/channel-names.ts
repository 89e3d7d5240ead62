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

/** Creates `channel_names`: what the config calls the channels that exports write in their own way, else platforms themselves. */
export async function nameChannels(engine: Engine, config: PortalConfig): Promise<void> {
  await engine.run('CREATE TABLE channel_names (channel VARCHAR, name VARCHAR)');
  for (const [channel, name] of Object.entries({ ...OF_PLATFORMS, ...config.channelNames })) {
    await engine.run('INSERT INTO channel_names VALUES ($1, $2)', [channel, name]);
  }
}
