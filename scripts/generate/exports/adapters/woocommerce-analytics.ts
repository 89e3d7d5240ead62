import type { Adapter } from '../adapter.ts';
import { looseAmount } from '../cells/loose-amount.ts';
import { shareOfPieces } from '../cells/share-of-pieces.ts';
import { unescapeHtml } from '../cells/unescape-html.ts';
import { withinMeasure } from '../cells/within-measure.ts';
import {
  isCancelledStatus,
  isRefundedStatus,
  notOrders,
  statusNotes,
  statusProgress,
} from './woocommerce-status.ts';

/**
 * "2× Tea, green, 1× Mug": quantity, a multiplication sign, name. Names hold commas, so that an item begins only
 * where a number and the sign follow.
 */
const ITEM_START = String.raw`(?:^|, )(-?\d+)\s?[×✕x] `;

/** SQL: quantities and names of the items, side by side. */
const QUANTITIES = `list_transform(regexp_extract_all(products, '${ITEM_START}', 1), lambda number: CAST(${withinMeasure('number')} AS BIGINT))`;
const NAMES = `regexp_split_to_array(products, '${ITEM_START}')[2:]`;

/**
 * SQL: the amount of "৳2,999", whose sign and spaces can be HTML entities, with digits of their own ("&#2547;"); after
 * refunds the cell is "$27.00 $14.50": the total and what is left of it.
 */
const STATED_TOTAL = looseAmount(
  `regexp_replace("statedTotal", '&#?[a-zA-Z0-9]{1,8};', chr(160), 'g')`,
);

/**
 * SQL of the rows of an order: its items, with the net sales shared by pieces where there are several, since the
 * report has no price of an item. A further row with the order's number, or one below zero, is a refund: it adds its
 * money to the order's and is no order.
 */
function expand(typed: string): string {
  return `WITH told AS (
      SELECT *, coalesce(net < 0, false)
          OR row_number() OVER (PARTITION BY "number" ORDER BY "date", "row") > 1 AS "isRefund",
        coalesce(${STATED_TOTAL}, net) AS total, coalesce(${QUANTITIES}, []) AS quantities, coalesce(${NAMES}, []) AS names
      FROM ${typed}
    ), counted AS (
      SELECT *, CAST(coalesce(list_sum(quantities), 0) AS BIGINT) AS pieces,
        sum(CASE WHEN "isRefund" THEN greatest(-net, 0) END) OVER (PARTITION BY "number") AS refunds
      FROM told
    ), items AS (
      SELECT * EXCLUDE (quantities, names), unnest(CASE
        WHEN "isRefund" OR len(quantities) = 0 OR pieces <= 0 OR net IS NULL THEN [NULL]
        ELSE list_transform(range(1, len(quantities) + 1), lambda place: {
          'quantity': quantities[place], 'name': names[place],
          'before': CAST(coalesce(list_sum(quantities[1:place - 1]), 0) AS BIGINT)})
      END) AS item FROM counted
    )
    SELECT * EXCLUDE (item), item.quantity AS quantity, ${unescapeHtml('item.name')} AS title,
      ${shareOfPieces('net', { before: 'item."before"', quantity: 'item.quantity', all: 'pieces' })} AS "lineTotal"
    FROM items ORDER BY "row", item."before"`;
}

/**
 * WooCommerce's own report of orders: net sales (after discounts, without tax and shipping), items by name and number
 * without prices. It holds no e-mail, and no customer beyond a name. Columns are called in the language of who downloads
 * it, as WooCommerce's language packs call them (de, fr, es, it, nl, pt, da, nb, sv, pl, hr, fi, lt).
 */
export const woocommerceAnalytics: Adapter = {
  id: 'woocommerce-analytics',
  label: 'WooCommerce: Analytics → Orders → Download',
  table: 'orders',
  columns: {
    date: {
      headers: ['Date', 'Datum', 'Fecha', 'Data', 'Dato', 'Päiväys/ aika'],
      type: 'timestamp',
      required: true,
    },
    number: {
      headers: [
        ...['Order #', 'Bestellnummer #', 'Commande n°', 'Pedido #', 'Ordine n.', 'Bestelling #'],
        ...['Bestelnummer', 'Encomenda #', 'Ordre #', 'Beställningsnr.', 'Zamówienie #'],
        ...['Zamówienie nr', 'Broj narudžbe', 'Tilaus nro.', 'Užsakymas #'],
      ],
      type: 'text',
      required: true,
      personal: true,
    },
    status: {
      headers: ['Status', 'État', 'Estado', 'Stato', 'Tila', 'Statusas'],
      type: 'text',
      requiredHeader: true,
    },
    products: {
      headers: [
        ...['Product(s)', 'Products', 'Produkt(e)', 'Produit(s)', 'Producto(s)', 'Prodotti'],
        ...['Prodotto/prodotti', 'Product(en)', 'Produto(s)', 'Vare(r)', 'Produkt(er)'],
        ...['Produkt/produkter', 'Produkt(y)', 'Proizvod(i)', 'Tuote(-et)', 'Produktas(ai)'],
      ],
      type: 'text',
      requiredHeader: true,
    },
    itemsSold: {
      headers: [
        ...['Items sold', 'Verkaufte Artikel', 'Articles vendus', 'Artículos vendidos'],
        ...['Elementi venduti', 'Verkochte items', 'Verkochte artikelen', 'Itens vendidos'],
        ...['Enheder solgt', 'Varer solgt', 'Solgte produkter', 'Sålda artiklar'],
        ...['Sprzedane produkty', 'Prodane stavke', 'Myydyt tuotteet', 'Parduota prekių'],
      ],
      type: 'number',
    },
    coupons: {
      headers: [
        ...['Coupon(s)', 'Coupons', 'Gutschein(e)', 'Code(s) promo', 'Cupón(es)'],
        ...['Codici promozionali', 'Waardebon(nen)', 'Cupom(ns)', 'Cupão(ões)', 'Rabatkupon(er)'],
        ...['Kupong(er)', 'Rabattkod(er)', 'Rabattkod/rabattkoder', 'Kupon(y)', 'Kupon(i)'],
        ...['Kuponkikoodi(t)', 'Panaudota nuolaida(-os)'],
      ],
      type: 'text',
      personal: true,
    },
    net: {
      headers: [
        ...['Net Sales', 'N. Revenue', 'Net revenue', 'Nettoumsatz', 'N.- Umsatz'],
        ...['Ventes nettes', 'N. Revenu', 'Ventas netas', 'Ingresos netos', 'Vendite nette'],
        ...['N. Fatturato', 'Netto-omzet', 'N. Inkomsten', 'Vendas líquidas', 'Receita liquida'],
        ...['Nettoomsætning', 'Given omsætning', 'Netto salg', 'Netto inntekt', 'Nettoförsäljning'],
        ...['N. Intäkt', 'Sprzedaż netto', 'Przychód netto', 'Neto prodaja', 'Nettomyynti'],
        ...['N. liikevaihto', 'Pardavimai, neto'],
      ],
      type: 'decimal',
      required: true,
    },
    statedTotal: {
      headers: [
        ...['N. Revenue (formatted)', 'Net Sales (formatted)', 'N.-Umsatz (formatiert)'],
        ...['Revenu net (formaté)', 'Ingresos netos (con formato)', 'N. fatturato (formattato)'],
        ...['N. inkomsten (geformatteerd)', 'Receita líquida (formatado)'],
        ...['Nettoomsætning (Formatteret)', 'N. Inntekt (formatert)', 'Nettointäkter (formaterat)'],
        ...['Przychód netto (sformatowany)', 'N. prihod (formatirano)'],
      ],
      type: 'text',
    },
    attribution: {
      headers: [
        ...['Attribution', 'Origin', 'Zuordnung', 'Atribución', 'Toewijzing', 'Atrybucja'],
        ...['Atribucija'],
      ],
      type: 'text',
    },
  },
  otherHeaders: [
    ...['Customer', 'Kunde', 'Client', 'Cliente', 'Klant', 'Kund', 'Klient', 'Kupac', 'Asiakas'],
    ...['Pirkėjas', 'Customer type', 'Kundentyp', 'Type de client', 'Tipo de cliente'],
    ...['Tipo di cliente', 'Klanttype', 'Kundetype', 'Kundtyp', 'Typ klienta', 'Vrsta kupca'],
    ...['Asiakkaan tyyppi', 'Pirkėjo tipas'],
  ],
  ignore: notOrders('status'),
  overlap: {
    key: ['number', 'date'],
    newest: 'date',
    progress: statusProgress('status'),
    placed: 'date',
    refunds: 'coalesce(net, 0) <= 0 AND coalesce("itemsSold", 0) <= 0',
  },
  expand,
  select: {
    order: '"number"',
    placedAt: `CASE WHEN NOT "isRefund" THEN "date" END`,
    placedOn: `CASE WHEN NOT "isRefund" THEN "date_on" END`,
    title: 'title',
    quantity: 'quantity',
    lineTotal: '"lineTotal"',
    channel: `nullif(lower(attribution), 'unknown')`,
    cancelled: `NOT "isRefund" AND ${isCancelledStatus('status')}`,
    discountCode: 'coupons',
    orderSubtotal: `CASE WHEN NOT "isRefund" THEN net END`,
    itemCount: `CASE WHEN NOT "isRefund" AND "itemsSold" >= 0 THEN CAST("itemsSold" AS DECIMAL(18,4)) END`,
    // The refund of a refunded order can be in no file: it has a date of its own.
    orderRefund: `coalesce(refunds, CASE WHEN ${isRefundedStatus('status')} THEN net END)`,
    // Shipping and tax, which the report does not tell apart.
    orderFees: `CASE WHEN NOT "isRefund" AND total > net THEN total - net END`,
    orderTotal: `CASE WHEN NOT "isRefund" THEN total END`,
  },
  notes: [
    ...statusNotes('status'),
    {
      code: 'note/no-customer',
      reason:
        'Orders without an e-mail, phone or customer id: counted in totals, in nobody’s history',
      where: 'net >= 0',
    },
    {
      code: 'note/refund-row',
      reason: 'Refunds, rows of their own in this report: their money is taken from the order’s',
      where: 'net < 0',
    },
    {
      code: 'note/shared-net',
      reason:
        'Orders of several products: the report has no prices, so net sales are shared by pieces',
      where: `len(regexp_extract_all(products, '${ITEM_START}')) > 1 AND net >= 0`,
    },
  ],
};
