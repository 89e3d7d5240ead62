import type { Adapter } from '../adapter.ts';
import { isPendingPayment, UNPAID_NOTE } from './magento-unpaid.ts';
import { hasShiftedRows, unshiftRows } from './magento2-shifted-rows.ts';

/** "Canceled" in the languages of Magento's packages. */
const CANCELLED = [
  ...['canceled', 'cancelled', 'storniert', 'abgebrochen', 'annulée', 'geannuleerd', 'cancelado'],
  ...['cancellato', 'cancelada', 'anulowane', 'avbruten', 'annulleret', 'avbrutt', 'zrušeno'],
  ...['iptal edildi'],
];

const IS_CANCELLED = `lower(status) IN (${CANCELLED.map((word) => `'${word}'`).join(', ')})`;

/** What the total leaves over goods and shipping: tax, or where it is negative a discount. */
const REMAINDER = '(total - subtotal - coalesce(shipping, 0))';

/**
 * Magento 2's list of orders: one row an order, without lines, tax, discount or currency. Tax and discount are only what
 * the total leaves over. Extensions add columns. Columns are called as Magento's language packs call them (de, fr, nl, es,
 * it, pt, pl, sv, da, nb, cs, tr).
 */
export const magento2OrderGrid: Adapter = {
  id: 'magento2-order-grid',
  label: 'Magento 2: Sales → Orders → Export',
  table: 'orders',
  platform: 'magento2',
  reshape: { recognises: hasShiftedRows, toTable: unshiftRows },
  columns: {
    id: {
      headers: ['ID', 'Identifiant', 'Número de Identificación (ID)', 'Identyfikator', 'No'],
      type: 'text',
      required: true,
      identifier: 9,
      personal: true,
    },
    purchasePoint: {
      headers: [
        ...['Purchase Point', 'Verkaufsort', 'Einkaufsort', 'Point de vente', 'Verkooppunt'],
        ...['Punto de compra', 'Punto di acquisto', 'Ponto de Compra', 'Acheté sur'],
        ...['Miejsce zakupu', 'Beställningspunkt', 'Købstidspunkt', 'Kjøpspunkt', 'Místo nákupu'],
        ...['Satın alma Noktası'],
      ],
      type: 'text',
      requiredHeader: true,
    },
    purchaseDate: {
      headers: [
        ...['Purchase Date', 'Kaufdatum', 'Date d’achat', 'Aankoopdatum', 'Fecha de compra'],
        ...['Data di acquisto', 'Data da Compra', 'Data zakupu', 'Inköpsdatum', 'Datum nákupu'],
        ...['Satın alma tarihi'],
      ],
      type: 'timestamp',
      required: true,
    },
    total: {
      headers: [
        ...['Grand Total (Base)', 'Gesamtsumme (Basis)', 'Total Général (Base)'],
        ...['Eindtotaal (Basis)', 'Gran Total (Base)', 'Totale complessivo (Base)', 'Total (Base)'],
        ...['Total (devise de base)', 'Łączna suma (podstawowy)', 'Totalsumma (bas)'],
        ...['Total (Grundlag)', 'Celkový součet (základ)', 'Genel Toplam (Temel)'],
      ],
      type: 'decimal',
      required: true,
    },
    status: {
      headers: ['Status', 'Statut', 'Estatus', 'Stato', 'Estado', 'Stan', 'Stav', 'Durum'],
      type: 'text',
      requiredHeader: true,
    },
    email: {
      headers: [
        ...['Customer Email', 'Kunden-E-Mail', 'Email du client', 'Klant e-mail', 'Email cliente'],
        ...['Correo electrónico del cliente', 'Email do Cliente', 'E-mail klienta'],
        ...['Kund e-post', 'E-mail zákazníka', 'Müşteri E-posta Adresi'],
      ],
      type: 'text',
      pattern: '[^@\\s]+@[^@\\s]+',
      expected:
        'an e-mail address; Magento 2.0 writes an empty cell too many behind "Status", so that all others shift',
      personal: true,
    },
    subtotal: {
      headers: [
        ...['Subtotal', 'Zwischensumme', 'Sous-total', 'Subtotaal', 'Subtotale'],
        ...['Suma częściowa', 'Delsumma', 'Delsum', 'Mezisoučet', 'Ara Toplam'],
      ],
      type: 'decimal',
    },
    shipping: {
      headers: [
        ...['Shipping and Handling', 'Versand und Bearbeitung', 'Versandkosten', 'Frais de port'],
        ...['Verzend- en administratiekosten', 'Gastos de envío', 'Spedizione e gestione'],
        ...['Transporte e Processamento', 'Livraison et frais de traitement', 'Dostawa i obsługa'],
        ...['Frakt & hantering', 'Levering og håndtering', 'Frakt og ekspedisjonsgebyr'],
        ...['Dopravné a balné', 'Teslimat & Teslim Alma'],
      ],
      type: 'decimal',
    },
    refunded: {
      headers: [
        ...['Total Refunded', 'Gesamterstattung', 'Gesamte Erstattungen', 'Total remboursé'],
        ...['Totaal terugbetaald', 'Total reembolsado', 'Totale rimborsato', 'Łącznie zwrócono'],
        ...['Totalt återbetalt', 'Refunderet i alt', 'Celkem vráceno', 'Toplam İade Edilenler'],
      ],
      type: 'decimal',
    },
    currency: { headers: [], type: 'text' },
  },
  otherHeaders: [
    ...['Rechnungsname', 'Rechnung an Name', 'Versandname', 'Versand an Name', 'Kundenname'],
    ...['Gesamtsumme (Einkauf)', 'Gesamtsumme (gekauft)', 'Rechnungsadresse', 'Lieferadresse'],
    ...['Versandadresse', 'Versandinformation', 'Versandinformationen', 'Kundengruppe'],
    ...['Zahlungsart', 'Zahlungsmethode', 'Nom (Fact.)', 'Nom (Livr.)', 'Total général (acheté)'],
    ...['Adresse de facturation', 'Adresse de livraison', 'Informations de livraison'],
    ...['Groupe de clients', 'Nom du client', 'Mode de paiement', 'Factuurnaam', 'Verzendnaam'],
    ...['Eindtotaal (Gekocht)', 'Factuuradres', 'Bezorgadres', 'Bezorg Informatie'],
    ...['Klantengroep', 'Naam klant', 'Betaalmethode', 'Nombre de facturación'],
    ...['Nombre de envío', 'Gran Total (comprado)', 'Grupo del cliente', 'Cliente nombre'],
    ...['Método de pago', 'Fattura intestata a', 'Nome Destinatario', 'Gruppo Cliente'],
    ...['Totale complessivo (acquistato)', 'Nome cliente', 'Metodo di pagamento'],
    ...['Nome do Destinatário de Faturação', 'Nome do Destinatário de Envio', 'Total (Comprado)'],
    ...['Grupos de Clientes', 'Nome de Cliente', 'Método de Pagamento'],
    ...['Nom de facturation', 'Nom de livraison', 'Total (commandé)', 'Rachunek na', 'Dostawa do'],
    ...['Łączna suma (zakupu)', 'Adres rozliczeniowy', 'Adres wysyłki', 'Informacje o dostawie'],
    ...['Grupa klienta', 'Nazwisko klienta', 'Metoda płatności', 'Fakturamottagarens namn'],
    ...['Mottagarnamn', 'Totalsumma (köpt)', 'Faktureringsadress', 'Leveransadress', 'Kundgrupp'],
    ...['Leveransinformation', 'Kundnamn', 'Betalningsmetod', 'Fakturanavn', 'Leveringsnavn'],
    ...['Faktureringsadresse', 'Leveringsadresse', 'Leveringsinformation', 'Kundegruppe'],
    ...['Betalingsmetode', 'Faktura til-navn', 'Lever til-navn', 'Totalsum (kjøpt)', 'Kundenavn'],
    ...['Leveringsinformasjon', 'Betalingsmåte', 'Faktura na jméno', 'Doručit na jméno'],
    ...['Celkový součet (koupeno)', 'Fakturační adresa', 'Doručovací adresa', 'Způsob platby'],
    ...['Informace o dopravě', 'Zákaznická skupina', 'Jméno zákazníka', 'Fatura adı'],
    ...['İsme Sevk', 'Genel toplam (satın alınmış)', 'Fatura Adresi', 'Teslimat Adresi'],
    ...['Teslimat Bilgisi', 'Müşteri Grupları', 'Müşteri Adı', 'Tahsilat Yöntemi'],
    'Bill-to Name',
    'Ship-to Name',
    'Grand Total (Purchased)',
    'Billing Address',
    'Shipping Address',
    'Shipping Information',
    'Customer Group',
    'Customer Name',
    'Payment Method',
    'Signifyd Guarantee Decision',
    'Allocated sources',
    'Pickup Location Code',
    'Braintree Transaction Source',
    'Dispute State',
  ],
  overlap: {
    key: ['id'],
    newest: 'purchaseDate',
    unique: true,
    placed: 'purchaseDate',
    buyer: 'email',
    progress: `CASE WHEN ${isPendingPayment('status')} THEN 0 WHEN ${IS_CANCELLED} THEN 2 ELSE 1 END`,
  },
  select: {
    order: 'id',
    placedAt: '"purchaseDate"',
    placedOn: '"purchaseDate_on"',
    email: 'email',
    currency: 'coalesce(total_currency, currency)',
    channel: `trim(regexp_extract(trim(regexp_replace("purchasePoint", '(?i)<br ?/?>|&nbsp;', chr(10), 'g')), '[^\\n\\r]*$'))`,
    cancelled: `${IS_CANCELLED} OR ${isPendingPayment('status')}`,
    orderDiscount: `greatest(0, -${REMAINDER})`,
    orderTax: `greatest(0, ${REMAINDER})`,
    orderShipping: 'shipping',
    orderRefund: 'refunded',
    orderTotal: 'total',
  },
  notes: [
    {
      code: 'note/no-customer',
      reason: 'Orders without an e-mail: counted in totals, in nobody’s history',
      where: 'email IS NULL',
    },
    { ...UNPAID_NOTE, where: isPendingPayment('status') },
  ],
};
