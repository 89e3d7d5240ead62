import type { PortalConfig } from '#core/schemas/portal-config.ts';
import type { Engine } from '#generate/warehouse/engine.ts';

/** Creates `channel_names`: what the config calls the channels that exports write in their own way. */
export async function nameChannels(engine: Engine, config: PortalConfig): Promise<void> {
  await engine.run('CREATE TABLE channel_names (channel VARCHAR, name VARCHAR)');
  for (const [channel, name] of Object.entries(config.channelNames)) {
    await engine.run('INSERT INTO channel_names VALUES ($1, $2)', [channel, name]);
  }
}
