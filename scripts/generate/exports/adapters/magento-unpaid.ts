import { sqlTexts } from '../cells/null-tokens.ts';

/** "Pending Payment" in the languages that Magento's own packages translate it to. */
const PENDING_PAYMENT = [
  ...['pending payment', 'pending_payment', 'ausstehende zahlung', 'ausstehende bezahlung'],
  ...['zahlung ausstehend', 'en attente de paiement', 'paiement en attente', 'pago pendiente'],
  ...['betaling in behandeling', 'in afwachting van betaling', 'pendiente de pago'],
  ...['pagamento pendente', 'pagamento in attesa', 'in attesa di pagamento'],
  ...['oczekuje na płatność', 'inväntar betalning', 'afventer betaling', 'čekající platba'],
  ...['venter betaling', 'neuhrazená', 'ödeme bekleniyor'],
];

/**
 * SQL: whether a list of orders calls one ordered and not paid for: the customer was sent to pay and did not, or has not come
 * back yet.
 */
export function isPendingPayment(status: string): string {
  return `coalesce(lower(${status}) IN (${sqlTexts(PENDING_PAYMENT)}), false)`;
}

/** What the report says of such orders. */
export const UNPAID_NOTE = {
  code: 'note/unpaid',
  reason: 'Orders that nobody has paid: they count as cancelled until a newer export has them paid',
};
