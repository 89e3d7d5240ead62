import { greeting } from '#core/audiences/greeting.ts';
import { portraitWords } from '#core/audiences/portrait-words.ts';
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
      const boughtOnce =
        caller.history !== null && caller.history.firstOn === caller.history.lastOn;
      const portrait = caller.persona === null ? undefined : portraits.get(caller.persona);
      const name = portrait?.name ?? '';
      return [
        ...portraitLines(portrait, boughtOnce),
        '',
        ...(caller.history === null
          ? ['Orders     none that counts yet']
          : historyLines(caller.history, formats)),
        ...section(
          'How to greet them',
          caller.history === null ? [] : greeting(caller.history, asOf),
        ),
        ...section(
          boughtOnce ? `If they turn out to be like ${name}` : `With ${name}`,
          portrait?.linesFor('service') ?? [],
        ),
      ].join('\n');
    }
  }
}

/** What a Portrait does over the years is not told of who has bought once. */
function portraitLines(portrait: PortraitText | undefined, boughtOnce: boolean): string[] {
  if (portrait === undefined) return ['No Portrait yet: too little is known of them'];
  const name = portraitWords(portrait, { boughtOnce });
  return portrait.essence === null || boughtOnce ? [name] : [name, portrait.essence];
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
