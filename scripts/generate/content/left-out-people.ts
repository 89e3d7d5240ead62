import type { LeftOut } from '#core/schemas/data-quality.ts';
import type { PeopleLeftOut } from '../warehouse/leave-out-people.ts';

/** How many people are left out for each reason; a number under the privacy floor could be somebody. */
export function leftOutPeople(
  { forgotten, doNotProfile }: PeopleLeftOut,
  floor: number,
): LeftOut[] {
  const shown = (people: number): number | null => (people < Math.max(1, floor) ? null : people);
  return [
    { reason: 'forgotten', people: shown(forgotten), floor },
    { reason: 'do-not-profile', people: shown(doNotProfile), floor },
  ];
}
