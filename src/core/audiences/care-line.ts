/** What is known of a parcel before it is packed. */
export interface Parcel {
  firstOrder: boolean | null;
  gift: boolean;
  /** They were unhappy lately. */
  afterComplaint: boolean | null;
  /** They wrote to us lately, perhaps with a mere question. */
  afterTicket: boolean | null;
}

/**
 * A line of care – what the bench should do differently for this parcel, in one or two sentences.
 * Definition: the most delicate first: after a bad answer or rating, else after a ticket; a first order; a gift.
 * Empty case: an empty text, the parcel is like any other.
 * @example careLine({ firstOrder: true, gift: false, afterComplaint: false, afterTicket: false }) // => 'First order: pack it as a welcome'
 * @example careLine({ firstOrder: false, gift: true, afterComplaint: true, afterTicket: true }) // => 'They were unhappy with us lately: check everything twice. Gift: no prices in the box'
 * @example careLine({ firstOrder: false, gift: false, afterComplaint: false, afterTicket: true }) // => 'They wrote to us lately: check everything twice'
 * @example careLine({ firstOrder: null, gift: false, afterComplaint: null, afterTicket: null }) // => ''
 */
export function careLine({ firstOrder, gift, afterComplaint, afterTicket }: Parcel): string {
  return [
    afterComplaint === true
      ? 'They were unhappy with us lately: check everything twice'
      : afterTicket === true && 'They wrote to us lately: check everything twice',
    firstOrder === true && 'First order: pack it as a welcome',
    gift && 'Gift: no prices in the box',
  ]
    .filter((line) => line !== false)
    .join('. ');
}
