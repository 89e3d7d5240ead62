import type { Allowed } from './allowed-contacts.ts';
import type { KnownPeople } from './known-people.ts';

/** What a scan for people knows: those of the shop, and what may be written. */
export interface Scanner {
  known: KnownPeople;
  allowed: Allowed;
}
