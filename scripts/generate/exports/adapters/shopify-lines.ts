import { saysNo } from '../cells/yes-no.ts';

const NEITHER_SHIPPED_NOR_TAXED = `${saysNo('"requiresShipping"')} AND ${saysNo('taxable')}`;

/** SQL: whether a line is a tip, which is no article: nothing to ship, nothing to tax. */
export const IS_TIP = `coalesce("lineitemSku" IS NULL AND ${NEITHER_SHIPPED_NOR_TAXED}
  AND lower("lineitemName") IN ('tip', 'trinkgeld', 'pourboire', 'propina', 'mancia', 'gorjeta', 'fooi'), false)`;

/** What gift cards are called in English, German, French, Spanish, Italian, Dutch and Portuguese. */
const GIFT_CARDS = [
  'gift ?(?:card|voucher|certificate)s?',
  '(?:geschenk|wert)?gutscheine?|geschenkkarten?',
  'cartes?[ -]cadeaux?|bons? cadeaux?',
  'tarjetas?(?: de)? regalo',
  '(?:buon[oi]|cart[ae]) regalo',
  'cadeau(?:bon|kaart)',
  '(?:cart[aã]o|vale)[ -]presente',
].join('|');

/**
 * SQL: whether a line is a gift card that was sold. The export does not mark it; it is neither shipped nor taxed, and its
 * name ends so, before the variant and an amount: "Tarn Gift Card 50 - €50.00".
 */
export const IS_GIFT_CARD = `CASE WHEN ${NEITHER_SHIPPED_NOR_TAXED}
  THEN coalesce(regexp_matches("lineitemName", '(?i)(?:^|[^\\pL])e?-?(?:${GIFT_CARDS})(?:[^\\pL]*\\d[^\\pL]*)?(?: - .*)?$'), false) ELSE false END`;
