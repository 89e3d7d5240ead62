/** What is known of a parcel before it is packed. */
export interface Parcel {
  firstOrder: boolean | null;
  gift: boolean;
  afterComplaint: boolean | null;
}

/**
 * A line of care – what the bench should do differently for this parcel, in one or two sentences.
 * Definition: the most delicate first: after a ticket or a bad answer, a first order, a gift.
 * Empty case: an empty text, the parcel is like any other.
 * @example careLine({ firstOrder: true, gift: false, afterComplaint: false }) // => 'First order: pack it as a welcome'
 * @example careLine({ firstOrder: false, gift: true, afterComplaint: true }) // => 'They wrote to us or were unhappy lately: check everything twice. Gift: no prices in the box'
 * @example careLine({ firstOrder: null, gift: false, afterComplaint: null }) // => ''
 */
export function careLine({ firstOrder, gift, afterComplaint }: Parcel): string {
  return [
    afterComplaint === true && 'They wrote to us or were unhappy lately: check everything twice',
    firstOrder === true && 'First order: pack it as a welcome',
    gift && 'Gift: no prices in the box',
  ]
    .filter((line) => line !== false)
    .join('. ');
}
