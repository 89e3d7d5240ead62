import { exportName } from '#core/format/export-name.ts';
import { formatSources } from '#core/format/format-sources.ts';
import type { SilentOrders } from '../warehouse/kpis/returns-knowledge.ts';

/** Whose orders nobody says of whether any came back: "Amazon (sent by the merchant), eBay". */
export function silentNames(silent: readonly Pick<SilentOrders, 'source' | 'sender'>[]): string {
  const names = silent.map(({ source, sender }) => {
    const name = exportName(source).platform ?? formatSources([source]);
    return sender === null ? name : `${name} (sent by the ${sender})`;
  });
  return [...new Set(names)].join(', ');
}
