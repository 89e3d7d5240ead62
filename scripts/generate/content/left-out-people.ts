import type { LeftOut } from '#core/schemas/data-quality.ts';
import type { PeopleLeftOut } from '../warehouse/leave-out-people.ts';

/** How many people are left out for each reason; a number under the privacy floor could be somebody. */
export function leftOutPeople(leftOut: PeopleLeftOut, floor: number): LeftOut[] {
  const reasons = [
    { reason: 'forgotten', people: leftOut.forgotten },
    { reason: 'do-not-profile', people: leftOut.doNotProfile },
  ] as const;
  return reasons.flatMap(({ reason, people }) =>
    people === null ? [] : [{ reason, people: people < Math.max(1, floor) ? null : people, floor }],
  );
}
