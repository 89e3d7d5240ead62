import type { CustomerTableSettings } from '#core/schemas/customer-table-settings.ts';
import { usableEmail, usableId, usablePhone } from './identities.ts';

/** SQL by which the customers of the table are told apart: the key as the exports' are; null for what is none. */
export function customerTableIdentity(
  { keyIs }: Pick<CustomerTableSettings, 'keyIs'>,
  key: string,
): string {
  if (keyIs === 'email') return usableEmail(`"${key}"`);
  return keyIs === 'phone' ? usablePhone(`"${key}"`) : usableId(`"${key}"`);
}
