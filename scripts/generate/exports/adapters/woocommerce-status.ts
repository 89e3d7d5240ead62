import type { Adapter } from '../adapter.ts';
import { sqlTexts } from '../cells/null-tokens.ts';

/**
 * WooCommerce's states as it stores them, and as they are shown in its language packs (de, fr, es, it, nl, pt, da, nb,
 * sv, pl, hr, fi, lt): some plugins export what is shown.
 */
const STATES = {
  pending: [
    ...['pending', 'pending payment', 'zahlung ausstehend', 'bezahlung ausstehend'],
    ...['attente paiement', 'pendiente de pago', 'in attesa di pagamento', 'wachtend op betaling'],
    ...['pagamento pendente', 'afventer betaling', 'avventer betaling', 'inväntar betalning'],
    ...['oczekujące na płatność', 'obrada uplate', 'odottaa maksua', 'neapmokėtas'],
  ],
  failed: [
    ...['failed', 'fehlgeschlagen', 'échouée', 'fallido', 'fallito', 'mislukt', 'malsucedido'],
    ...['falhada', 'mislykket', 'mislyktes', 'misslyckad', 'nieudane', 'neuspješno'],
    ...['epäonnistui', 'nepavykęs'],
  ],
  onHold: [
    ...['on-hold', 'in wartestellung', 'en attente', 'en espera', 'in sospeso', 'in de wacht'],
    ...['aguardando', 'aguarda confirmação de pagamento', 'på hold', 'på vent', 'pausad'],
    ...['wstrzymane (oczekujące na płatność)', 'na čekanju', 'jonossa', 'pidossa', 'sustabdytas'],
  ],
  processing: [
    ...['processing', 'in bearbeitung', 'en cours', 'procesando', 'in lavorazione'],
    ...['in behandeling', 'processando', 'em processamento', 'behandler', 'behandlas'],
    ...['w trakcie realizacji', 'u obradi', 'käsittelyssä', 'vykdomas'],
  ],
  completed: [
    ...['completed', 'abgeschlossen', 'terminée', 'completado', 'completato', 'afgerond'],
    ...['concluído', 'concluída', 'gennemført', 'fullført', 'färdigbehandlad', 'zrealizowane'],
    ...['završeno', 'valmistunut', 'įvykdytas'],
  ],
  cancelled: [
    ...['cancelled', 'canceled', 'storniert', 'storniert/abgebrochen', 'annulée', 'cancelado'],
    ...['annullato', 'geannuleerd', 'cancelada', 'annulleret', 'kansellert', 'avbruten'],
    ...['anulowano', 'otkazano', 'peruttu', 'atšauktas'],
  ],
  refunded: [
    ...['refunded', 'rückerstattet', 'erstattet', 'remboursée', 'reembolsado', 'reembolsada'],
    ...['rimborsato', 'terugbetaald', 'tilbagebetalt', 'refundert', 'återbetald', 'zwrócone'],
    ...['refundirano', 'hyvitetty', 'grąžintas'],
  ],
  draft: [
    ...['checkout-draft', 'draft', 'auto-draft', 'entwurf', 'brouillon', 'borrador', 'bozza'],
    ...['concept', 'rascunho', 'kladde', 'kladd', 'utkast', 'szkic', 'skica', 'luonnos'],
    ...['juodraštis'],
  ],
  trash: ['trash'],
};

type State = keyof typeof STATES;

/** SQL: whether the cell names one of these states; "wc-on-hold", "on-hold" and "On hold" are one. */
function isState(status: string, ...states: State[]): string {
  const names = states.flatMap((state) => STATES[state]).map((name) => name.replaceAll(' ', '-'));
  return `regexp_replace(replace(lower(${status}), ' ', '-'), '^wc-', '') IN (${sqlTexts(names)})`;
}

/**
 * SQL: whether the order did not come about. Not paid (pending) and failed ones are the states that WooCommerce's own
 * reports leave out besides cancelled ones (Analytics → Settings → Excluded statuses).
 *
 * @param status SQL of the cell
 */
export function isCancelledStatus(status: string): string {
  return `coalesce(${isState(status, 'cancelled', 'failed', 'pending')}, false)`;
}

/** SQL: how far an order has come (`overlap.progress`); a state of the shop's own lies between the payment and the end. */
export function statusProgress(status: string): string {
  const steps: State[][] = [
    ['pending'],
    ['failed'],
    ['onHold'],
    ['processing'],
    ['completed'],
    ['cancelled', 'refunded', 'trash'],
  ];
  const cases = steps.map((step, place) => `WHEN ${isState(status, ...step)} THEN ${2 * place}`);
  return `CASE ${cases.join(' ')} ELSE 7 END`;
}

/** SQL: whether all of the order's money went back. */
export function isRefundedStatus(status: string): string {
  return `coalesce(${isState(status, 'refunded')}, false)`;
}

/** Rows that never were orders: baskets at the checkout, drafts, and what was thrown away. */
export function notOrders(status: string): NonNullable<Adapter['ignore']> {
  return [
    {
      code: 'ignored/draft',
      reason: 'Drafts, baskets left at the checkout and orders in the trash: no orders',
      where: `coalesce(${isState(status, 'draft', 'trash')}, false)`,
      cancels: true,
    },
  ];
}

/**
 * Counts of orders that did not come about, and of those in a state that only the shop knows.
 *
 * @param rowsAre what a row of the export is, in words
 */
export function statusNotes(status: string, rowsAre = 'Orders'): NonNullable<Adapter['notes']> {
  return [
    {
      code: 'note/cancelled',
      reason: `${rowsAre} that were cancelled`,
      where: isState(status, 'cancelled'),
    },
    {
      code: 'note/unpaid',
      reason: `${rowsAre} whose payment failed or never came: they count as cancelled`,
      where: isState(status, 'failed', 'pending'),
    },
    {
      code: 'note/own-status',
      reason: 'Rows with a status that is not WooCommerce’s own: they count as orders',
      where: `NOT ${isState(status, 'pending', 'failed', 'onHold', 'processing', 'completed', 'cancelled', 'refunded')}`,
    },
  ];
}
