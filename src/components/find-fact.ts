import type { Fact } from '#core/schemas/fact.ts';
import type { Portal } from '#data/portal.ts';
import { splitAddress } from '#markdown/split-address.ts';

/**
 * The fact at an address; a bare id means the page's owner.
 * @throws RangeError for an address that the check of the texts should have refused
 */
export function findFact(
  portal: Pick<Portal, 'facts'>,
  address: string,
  pageOwner: string,
): { owner: string; fact: Fact } {
  const { owner, id } = splitAddress(address, pageOwner);
  const fact = portal.facts.get(owner)?.find((candidate) => candidate.id === id);
  if (!fact) throw new RangeError(`Cannot show fact "${id}" of "${owner}": there is none`);
  return { owner, fact };
}
