import { formatValue } from '#core/format/format-value.ts';

/** Reasons are English sentences in every portal, and so are the numbers in them. */
const ENGLISH = { locale: 'en', currency: 'USD', timeZone: 'UTC' } as const;

/**
 * Share in a reason – a share of the customers as a reason writes it, which stands in `content/` in English.
 * Definition: as `formatValue` writes a ratio. Empty case: none.
 * @example shareInReason(0.015) // => '1.5%'
 */
export function shareInReason(share: number): string {
  return formatValue(share, 'ratio', ENGLISH);
}
