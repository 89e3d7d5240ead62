/** Where a fact or a chart is found: whose it is, and its id there. */
export interface Address {
  owner: string;
  id: string;
}

/** "personas/x#averageOrderValue" as it stands; a bare id means the owner of the page. */
export function splitAddress(address: string, pageOwner: string): Address {
  const mark = address.lastIndexOf('#');
  return mark < 0
    ? { owner: pageOwner, id: address }
    : { owner: address.slice(0, mark), id: address.slice(mark + 1) };
}
