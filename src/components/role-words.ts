import type { Role } from '#core/schemas/role.ts';

/** How a role is called where somebody chooses it, and over the notes for it. */
export const ROLE_WORDS: Readonly<Record<Role, { name: string; heading: string }>> = {
  packing: { name: 'Packing', heading: 'At the packing bench' },
  service: { name: 'Customer service', heading: 'In customer service' },
  buying: { name: 'Buying', heading: 'In buying' },
  marketing: { name: 'Marketing', heading: 'In marketing' },
  finance: { name: 'Finance', heading: 'In finance' },
  leadership: { name: 'Leadership', heading: 'For whoever leads' },
};
