import { greeting, isNewCustomer } from '#core/audiences/greeting.ts';
import { formatDay } from '#core/format/format-day.ts';
import type { Formats } from '#core/format/formats.ts';
import type { PortraitText } from '../audiences/read-portraits.ts';
import type { Caller, CallerHistory } from './find-caller.ts';

const HEARD: Record<string, string> = {
  ticket: 'Wrote      a ticket',
  rating: 'Complaint  a bad rating of a ticket',
  answer: 'Complaint  a bad answer to a survey',
};

/**
 * What an agent reads while the telephone rings: who is calling, what happened, and how to begin.
 *
 * @param asOf the day of the figures; null: nobody knows
 * @param retentionDays after which a contact leaves the vault
 */
export function terminalCaller(
  caller: Caller,
  portraits: ReadonlyMap<string, PortraitText>,
  formats: Formats,
  asOf: string | null,
  retentionDays: number,
): string {
  switch (caller.kind) {
    case 'unknown':
      return `Nobody here is known by that. Whom nobody has heard of for ${retentionDays} days is not kept: it need not be their first time.`;
    case 'doNotProfile':
      return 'They asked not to be profiled.';
    case 'several':
      return `${caller.people} customers have that number: ask for their e-mail address.`;
    case 'known': {
      const isNew = caller.history !== null && isNewCustomer(caller.history, asOf);
      // What a Portrait does over the years says nothing yet of who has ordered for the first time.
      const portrait = caller.persona === null || isNew ? undefined : portraits.get(caller.persona);
      return [
        ...(isNew ? ['New here: too early to say who they are like'] : portraitLines(portrait)),
        '',
        ...(caller.history === null
          ? ['Orders     none that counts yet']
          : historyLines(caller.history, formats)),
        ...section(
          'How to greet them',
          caller.history === null ? [] : greeting(caller.history, asOf),
        ),
        ...section(`With ${portrait?.name ?? ''}`, portrait?.linesFor('service') ?? []),
      ].join('\n');
    }
  }
}

function portraitLines(portrait: PortraitText | undefined): string[] {
  if (portrait === undefined) return ['No Portrait yet: too little is known of them'];
  const name = portrait.isHint ? `${portrait.name} (a hint, not yet a Portrait)` : portrait.name;
  return portrait.essence === null ? [name] : [name, portrait.essence];
}

function historyLines(history: CallerHistory, formats: Formats): string[] {
  const { orders, firstOn, lastOn, gifts, openTickets, openSince, complaint, complaintOn } =
    history;
  const day = (text: string): string => formatDay(text, formats);
  return [
    orders === 1
      ? `Orders     one, their first, on ${day(firstOn)}`
      : `Orders     ${orders} since ${day(firstOn)}, the last on ${day(lastOn)}`,
    gifts > 0 ? `Gifts      ${gifts} of ${orders} orders` : 'Gifts      none that we know of',
    openTickets > 0 && openSince !== null
      ? `Waiting    ${openTickets === 1 ? 'one open ticket' : `${openTickets} open tickets`} since ${day(openSince)}`
      : 'Waiting    no open ticket',
    ...(complaint !== null && complaintOn !== null
      ? [`${HEARD[complaint] ?? complaint} on ${day(complaintOn)}`]
      : []),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  - ${line}`)];
}
