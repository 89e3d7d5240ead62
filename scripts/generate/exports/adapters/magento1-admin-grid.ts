import type { Adapter } from '../adapter.ts';
import { isPendingPayment, UNPAID_NOTE } from './magento-unpaid.ts';

/** "Canceled" in the languages that Magento's own packages translate it to. */
const CANCELLED = [
  ...['canceled', 'cancelled', 'storniert', 'annulé', 'annulée', 'geannuleerd', 'cancelado'],
  ...['cancelada', 'annullato', 'anulowane', 'avbruten', 'annulleret', 'zrušené', 'avbrutt'],
];

const IS_CANCELLED = `lower(status) IN (${CANCELLED.map((word) => `'${word}'`).join(', ')})`;

/**
 * The list of orders in Magento 1's administration, exported as CSV: money and times as the administrator reads them, in
 * the shop's zone, and on request a row with the sums. Columns are called as Magento's language packs call them (de, fr, nl,
 * es, pt, it, pl, sv, da, cs, nb). It knows no lines and no customers.
 */
export const magento1AdminGrid: Adapter = {
  id: 'magento1-admin-grid',
  label: 'Magento 1: Sales → Orders → Export CSV',
  table: 'orders',
  platform: 'magento1',
  columns: {
    number: {
      headers: [
        ...[
          'Order #',
          'Bestellung Nr.',
          'N° de commande',
          'Bestelnr.',
          'Pedido #',
          'Pedido número',
        ],
        ...[
          'Ordine #',
          'Zamówienie nr',
          'Beställningsnr.',
          'Ordre #',
          'Objednávka č.',
          'Ordrenummer',
        ],
      ],
      type: 'text',
      required: true,
      identifier: true,
      personal: true,
    },
    purchasedOn: {
      headers: [
        ...[
          'Purchased On',
          'Bestellt am',
          'Gekauft am',
          'Date d’achat',
          'Gekocht op',
          'Comprado el',
        ],
        ...['Comprado En', 'Comprado na', 'Acquistato su', 'Kupiono dnia', 'Köpdatum', 'Købt den'],
        ...['Koupeno na', 'Kjøpt'],
      ],
      type: 'timestamp',
      required: true,
    },
    store: {
      headers: [
        ...[
          'Purchased From (Store)',
          'Bestellt in (Laden)',
          'Erworben von (Geschäft)',
          'Acheté sur',
        ],
        ...['Gekocht van (winkel)', 'Comprado en (tienda)', 'Comprado desde (tienda)'],
        ...['Comprado de (loja)', 'Acquistato dal (negozio)', 'Kupione w sklepie'],
        ...['Köptes från (butik)', 'Købt i', 'Koupeno z (obchod)', 'Kjøpt fra (butikk)'],
      ],
      type: 'text',
    },
    baseTotal: {
      headers: [
        ...['G.T. (Base)', 'Gesamt (Basiswährung)', 'G.B. (Basis)', 'G.T. (Basis)', 'Total (Base)'],
        ...['Montant total<br/>(Devise de base)', 'Totale Complessivo (Base)', 'Podstawa'],
        ...['Totalsumma (bas)', 'Total (grundvaluta)', 'Celkový součet (základ)'],
      ],
      type: 'decimal',
      required: true,
    },
    currency: { headers: [], type: 'text' },
    status: {
      headers: ['Status', 'Statut', 'Estado', 'Estatus', 'Stato', 'Stav'],
      type: 'text',
      requiredHeader: true,
    },
  },
  otherHeaders: [
    ...['Bill to Name', 'Ship to Name', 'G.T. (Purchased)'],
    ...['Rechnung an', 'Rechnung auf Namen', 'Versand - Name', 'Lieferung auf Namen'],
    ...['Gesamt (Fremdwährung)', 'G.T. (gekauft)', 'Nom (Fact.)', 'Nom (Livr.)'],
    ...['Montant total<br/>(Devise de la commande)', 'Stuur rekening op naam'],
    ...['Verzenden op naam', 'G.T. (Gekocht)', 'Factura a Nombre', 'Facturar a Nombre'],
    ...['Enviar a Nombre', 'Envío al Nombre', 'Total (Comprado)', 'G.T. (Compra)'],
    ...['Cobrar do nome', 'Enviar para o nome', 'G.T. (Comprado)', 'Fattura per nome'],
    ...['Spedisci a nome', 'G.T. (Acquistato)', 'Rachunek na dane', 'Dostawa dla', 'Zamówiono'],
    ...['Faktura till', 'Leverans till', 'Totalsumma (köpt)', 'Faktureringsnavn'],
    ...['Levering til navn', 'Total (ordrevaluta)', 'Účet na jméno', 'Zásilka na jméno'],
    ...['Celkový součet (zakoupený)', 'Fakturer til navn', 'Send til navn', 'Total (Kjøpt)'],
  ],
  summaries: [
    {
      reason: 'Rows with the sums of the list',
      where: `"purchasedOn" IS NULL AND NOT coalesce(regexp_matches(number, '\\d'), false)`,
      sums: ['baseTotal'],
    },
  ],
  overlap: {
    key: ['number'],
    newest: 'purchasedOn',
    unique: true,
    placed: 'purchasedOn',
    progress: `CASE WHEN ${isPendingPayment('status')} THEN 0 WHEN ${IS_CANCELLED} THEN 2 ELSE 1 END`,
  },
  select: {
    orderName: 'number',
    placedAt: '"purchasedOn"',
    placedOn: '"purchasedOn_on"',
    channel: `trim(regexp_extract(trim(store), '[^\\n\\r\\v]*$'))`,
    currency: 'coalesce("baseTotal_currency", currency)',
    cancelled: `${IS_CANCELLED} OR ${isPendingPayment('status')}`,
    orderTotal: '"baseTotal"',
  },
  notes: [{ ...UNPAID_NOTE, where: isPendingPayment('status') }],
};
