import type { Audience, AudienceId } from '#core/audiences/audience.ts';
import { CALL_QUESTIONS } from '#core/audiences/call-questions.ts';
import { CALL_SHEET_COLUMNS } from '#core/audiences/call-sheet-columns.ts';
import { formatDay } from '#core/format/format-day.ts';
import type { Formats } from '#core/format/formats.ts';
import type { AudienceContact } from '#generate/warehouse/audiences/audience-lists.ts';
import { formulaSafeCsv } from './formula-safe-csv.ts';

/** The survey that the answers are filed under: follow-up calls stay one, whoever is called. */
const SURVEYS: Partial<Record<AudienceId, string>> = { hero: 'Hero call' };
const USUAL_SURVEY = 'Follow-up call';

/** What a Portrait is called beside one customer. */
export type PortraitOf = (id: string, customer: { boughtOnce: boolean }) => string;

export interface CallSheet {
  audience: Audience;
  asOf: string;
  contacts: readonly AudienceContact[];
  /** What a customer's Portrait is called beside them, by its id. */
  portraitOf: PortraitOf;
}

/** To fill in and to drop into exports/: a row a person, a column a question. */
export function callSheetCsv({ audience, asOf, contacts, portraitOf }: CallSheet): string {
  return formulaSafeCsv(
    Object.values(CALL_SHEET_COLUMNS),
    callableFirst(contacts).map(({ email, phone, lastOrder, reason, persona, boughtOnce }) => [
      SURVEYS[audience.id] ?? USUAL_SURVEY,
      asOf,
      null,
      email,
      phone,
      lastOrder,
      reason,
      persona === null ? null : portraitOf(persona, { boughtOnce }),
      ...Object.keys(CALL_QUESTIONS).map(() => null),
    ]),
  );
}

/** To print and to write on; a page that needs nothing from anywhere. */
export function callSheetHtml(sheet: CallSheet, formats: Formats): string {
  const { audience, asOf, contacts, portraitOf } = sheet;
  const questions = Object.values(CALL_QUESTIONS)
    .map((question) => `<dt>${html(question)}</dt><dd></dd>`)
    .join('');
  const people = callableFirst(contacts).map((contact) => {
    const { email, phone, lastOrder, reason, persona } = contact;
    const about = [
      persona === null ? null : portraitOf(persona, contact),
      reason,
      lastOrder === null ? null : `order ${lastOrder}`,
    ];
    return `<section>
<h2>${html(phone ?? 'No telephone number')}</h2>
<p>${html([email, ...about].filter((text) => text !== null).join(' · '))}</p>
<p class="called">Called on</p>
<dl>${questions}</dl>
</section>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="robots" content="noindex">
<title>${html(`Call sheet: ${audience.label}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${html(audience.label)}</h1>
<p>${html(audience.definition)}. As of ${html(formatDay(asOf, formats))}, ${contacts.length} ${contacts.length === 1 ? 'person' : 'people'}. ${html(audience.advocate === null ? 'Nobody is named as their advocate.' : `Their advocate: ${audience.advocate}.`)}</p>
<p><strong>Say</strong> ${html(audience.say)}</p>
<p><strong>Leave out</strong> ${html(audience.doNotSay)}</p>
${withoutNumber(contacts)}<p class="small">This sheet names customers: keep it to yourself, and destroy it when the answers are in the CSV beside it.</p>
</header>
${people.join('\n')}
</body>
</html>
`;
}

/** Whoever can be called stands above those who left no number; else the order stays. */
function callableFirst(contacts: CallSheet['contacts']): CallSheet['contacts'] {
  return contacts.toSorted((a, b) => Number(a.phone === null) - Number(b.phone === null));
}

function withoutNumber(contacts: CallSheet['contacts']): string {
  const people = contacts.filter(({ phone }) => phone === null).length;
  return people === 0
    ? ''
    : `<p>${people} of them left no telephone number and ${people === 1 ? 'stands' : 'stand'} at the end.</p>\n`;
}

const STYLE = `
body { font: 11pt/1.4 Georgia, serif; color: #111; background: #fff; max-width: 18cm; margin: 1cm auto; padding: 0 0.5cm; }
h1 { font-size: 20pt; margin: 0 0 4pt; }
h2 { font-size: 13pt; margin: 0; }
p { margin: 2pt 0; }
header { border-bottom: 1pt solid #111; padding-bottom: 8pt; }
section { break-inside: avoid; border-bottom: 0.5pt solid #888; padding: 10pt 0; }
dl { display: grid; grid-template-columns: 6.5cm 1fr; gap: 6pt 10pt; margin: 6pt 0 0; }
dt { font-size: 9.5pt; }
dd { margin: 0; border-bottom: 0.5pt dotted #888; min-height: 20pt; }
.small, .called { font-size: 9pt; }
@page { margin: 1.5cm; }
@media print { body { max-width: none; margin: 0; padding: 0; } }
@media (max-width: 32em) { dl { grid-template-columns: 1fr; } }
`;

function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
