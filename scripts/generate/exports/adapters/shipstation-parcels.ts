import type { Adapter } from '../adapter.ts';
import { saysYes } from '../cells/yes-no.ts';

/** Rows of a shipment file that are no parcel to a customer. */
const NOT_PARCELS: NonNullable<Adapter['ignore']> = [
  {
    code: 'ignored/void-label',
    reason: 'Labels that were voided: nothing was sent',
    where: `${saysYes('voided')} OR lower(voided) = 'voided'`,
    cancels: true,
  },
  {
    code: 'ignored/return-label',
    reason: 'Labels for the way back: no shipments to customers',
    where: saysYes('"returnLabel"'),
  },
  {
    code: 'ignored/not-shipped',
    reason: 'Orders that have not been shipped',
    where: '"shippedAt" IS NULL AND "rowProblem" IS NULL',
  },
];

/**
 * What makes a row one parcel. Files have further rows of a parcel for its items and for orders imported again; those
 * of an order that was sent in parts differ in label, time or cost.
 */
const ONE_PARCEL: NonNullable<Adapter['overlap']> = {
  key: ['order', 'store', 'shippedAt', 'tracking', 'shippingCost'],
  newest: 'shippedAt',
  unique: true,
};

/** What the shipment exports of ShipStation have in common: one row a parcel, or one for each item in it. */
export const SHIPSTATION_PARCELS: Pick<
  Adapter,
  'table' | 'dateOrder' | 'ignore' | 'overlap' | 'select'
> = {
  table: 'shipments',
  dateOrder: 'mdy',
  ignore: NOT_PARCELS,
  overlap: ONE_PARCEL,
  select: {
    order: '"order"',
    shippedAt: '"shippedAt"',
    promisedOn: '"promisedOn"',
    deliveredOn: '"deliveredOn"',
    carrier: 'coalesce(carrier, service)',
  },
};
