import type { Adapter, Binding } from '../adapter.ts';
import { foldHeader } from './fold-header.ts';
import type { ExportTable } from '../interchange.ts';

const WHOLE =
  /^(?:(?:billing|shipping|buyer|recipient|customer|shipto|billto|deliver(?:y|to)|cardholder|respondent|requester|contact|your)?(?:full)?name|recipient|requester|purchaser|whatisyourname|whatsyourname)$/;
/** Whole names in the exports of shops and marketplaces whose columns are called in another language, and in forms. */
const WHOLE_ELSEWHERE: ReadonlySet<string> = new Set(
  [
    ...['Rechnung an', 'Rechnung auf Namen', 'Rechnung an Name', 'Rechnungsname', 'Kundenname'],
    ...[
      'Versand - Name',
      'Lieferung auf Namen',
      'Versand an Name',
      'Versandname',
      'Name des Käufers',
    ],
    ...['Vollständiger Name des Käufers', 'Nom (Fact.)', 'Nom (Livr.)', 'Nom du client', 'Nom'],
    ...['Stuur rekening op naam', 'Verzenden op naam', 'Factuurnaam', 'Verzendnaam', 'Naam klant'],
    ...['Factura a Nombre', 'Facturar a Nombre', 'Enviar a Nombre', 'Envío al Nombre', 'Naam'],
    ...['Nombre de facturación', 'Nombre de envío', 'Cliente nombre', 'Cobrar do nome'],
    ...['Enviar para o nome', 'Nome do Destinatário de Faturação', 'Nome de Cliente'],
    ...['Nome do Destinatário de Envio', 'Fattura per nome', 'Spedisci a nome', 'Nome cliente'],
    ...['Fattura intestata a', 'Nome Destinatario', 'Rachunek na dane', 'Dostawa dla'],
    ...['Faktura till', 'Leverans till', 'Faktureringsnavn', 'Levering til navn', 'Send til navn'],
    ...[
      'Účet na jméno',
      'Zásilka na jméno',
      'Fakturer til navn',
      '氏名',
      'お名前',
      '姓名',
      '이름',
      '성함',
    ],
  ].map(foldHeader),
);
const FIRST = /^(.*?)(?:first|given|vor)name(.*)$/;
const LAST = /^(.*?)(?:last|sur|family|nach)name(.*)$/;

/** Tables whose rows are about a person: elsewhere a "Name" is a product's or a campaign's. */
const PERSONAL_TABLES: ReadonlySet<ExportTable> = new Set([
  'orders',
  'customers',
  'tickets',
  'returns',
  'survey_responses',
  'customer_traits',
  'shipments',
  'abandoned_baskets',
]);

/**
 * The columns of a file that hold people's names: a whole one alone, first and last as a pair. They are looked at while
 * reading, so that no name of a customer can get into what the portal shows (privacy-scan.ts), and kept nowhere.
 */
export function nameColumns(
  header: readonly string[],
  { table, columns, group }: Pick<Adapter, 'table' | 'columns' | 'group'>,
  bindings: ReadonlyMap<string, Binding>,
): number[][] {
  if (!PERSONAL_TABLES.has(table)) return [];
  // Shopify calls the number of an order its name.
  const taken = new Set(
    [...bindings].flatMap(([name, binding]) =>
      binding.from === 'header' && (columns[name]?.personal !== true || name === group)
        ? [binding.index]
        : [],
    ),
  );
  return nameHeaders(header).filter((places) => places.every((place) => !taken.has(place)));
}

/**
 * Which headers say that a column holds names.
 *
 * @example nameHeaders(['Email', 'First Name', 'Last Name', 'Billing Name']) // => [[3], [1, 2]]
 */
export function nameHeaders(header: readonly string[]): number[][] {
  const folded = header.map(foldHeader);
  const lastPlaces = new Map(
    folded.flatMap((name, place) => {
      const [, before, after] = LAST.exec(name) ?? [];
      return before === undefined ? [] : [[`${before}|${after ?? ''}`, place] as const];
    }),
  );
  const whole = folded.flatMap((name, place) =>
    WHOLE.test(name) || WHOLE_ELSEWHERE.has(name) ? [[place]] : [],
  );
  const pairs = folded.flatMap((name, place) => {
    const [, before, after] = FIRST.exec(name) ?? [];
    const last = before === undefined ? undefined : lastPlaces.get(`${before}|${after ?? ''}`);
    return last === undefined ? [] : [[place, last]];
  });
  return [...whole, ...pairs];
}
