import type { Role } from '#core/schemas/role.ts';

/** The parts of the home page, as they stand for everybody. */
export const HOME_PARTS = ['core', 'people', 'boxes', 'learned', 'market', 'stand'] as const;
export type HomePart = (typeof HOME_PARTS)[number];

/** What comes first for each role; parts that are not named follow in the order for everybody. */
export const HOME_ORDER: Readonly<Record<Role, readonly HomePart[]>> = {
  packing: ['boxes', 'core', 'people'],
  service: ['core', 'people', 'learned'],
  buying: ['people', 'core', 'learned', 'stand'],
  marketing: ['market', 'learned', 'core', 'people'],
  finance: ['stand', 'core', 'people', 'learned'],
  leadership: ['stand', 'learned', 'core', 'people'],
};

/** The KPIs that each role moves most, by id; one that the portal does not have is passed over. */
export const KPI_ORDER: Readonly<Record<Role, readonly string[]>> = {
  packing: ['order-accuracy', 'on-time-delivery', 'return-rate'],
  service: ['first-contact-resolution', 'time-to-first-answer', 'repeat-purchase-rate'],
  buying: ['return-rate', 'average-order-value', 'net-revenue'],
  marketing: ['second-purchase-within-90-days', 'repeat-purchase-rate', 'net-revenue-retention'],
  finance: ['net-revenue-retention', 'net-revenue', 'average-order-value'],
  leadership: ['net-revenue-retention', 'repeat-purchase-rate', 'net-revenue'],
};
