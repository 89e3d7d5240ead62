/**
 * Columns of Magento 1's tables (CE 1.9, with the upgrades' at the end), in the order in which the database has them: a dump
 * without a header is read by it.
 */
export const MAGENTO1_COLUMNS = {
  orders: words(`
    entity_id state status coupon_code protect_code shipping_description is_virtual store_id customer_id
    base_discount_amount base_discount_canceled base_discount_invoiced base_discount_refunded base_grand_total
    base_shipping_amount base_shipping_canceled base_shipping_invoiced base_shipping_refunded
    base_shipping_tax_amount base_shipping_tax_refunded base_subtotal base_subtotal_canceled base_subtotal_invoiced
    base_subtotal_refunded base_tax_amount base_tax_canceled base_tax_invoiced base_tax_refunded base_to_global_rate
    base_to_order_rate base_total_canceled base_total_invoiced base_total_invoiced_cost base_total_offline_refunded
    base_total_online_refunded base_total_paid base_total_qty_ordered base_total_refunded discount_amount
    discount_canceled discount_invoiced discount_refunded grand_total shipping_amount shipping_canceled
    shipping_invoiced shipping_refunded shipping_tax_amount shipping_tax_refunded store_to_base_rate
    store_to_order_rate subtotal subtotal_canceled subtotal_invoiced subtotal_refunded tax_amount tax_canceled
    tax_invoiced tax_refunded total_canceled total_invoiced total_offline_refunded total_online_refunded total_paid
    total_qty_ordered total_refunded can_ship_partially can_ship_partially_item customer_is_guest
    customer_note_notify billing_address_id customer_group_id edit_increment email_sent forced_shipment_with_invoice
    payment_auth_expiration quote_address_id quote_id shipping_address_id adjustment_negative adjustment_positive
    base_adjustment_negative base_adjustment_positive base_shipping_discount_amount base_subtotal_incl_tax
    base_total_due payment_authorization_amount shipping_discount_amount subtotal_incl_tax total_due weight
    customer_dob increment_id applied_rule_ids base_currency_code customer_email customer_firstname
    customer_lastname customer_middlename customer_prefix customer_suffix customer_taxvat discount_description
    ext_customer_id ext_order_id global_currency_code hold_before_state hold_before_status order_currency_code
    original_increment_id relation_child_id relation_child_real_id relation_parent_id relation_parent_real_id
    remote_ip shipping_method store_currency_code store_name x_forwarded_for customer_note created_at updated_at
    total_item_count customer_gender hidden_tax_amount base_hidden_tax_amount shipping_hidden_tax_amount
    base_shipping_hidden_tax_amnt hidden_tax_invoiced base_hidden_tax_invoiced hidden_tax_refunded
    base_hidden_tax_refunded shipping_incl_tax base_shipping_incl_tax coupon_rule_name`),
  orderGrid: words(`
    entity_id status store_id store_name customer_id base_grand_total base_total_paid grand_total total_paid
    increment_id base_currency_code order_currency_code shipping_name billing_name created_at updated_at`),
  orderItems: words(`
    item_id order_id parent_item_id quote_item_id store_id created_at updated_at product_id product_type
    product_options weight is_virtual sku name description applied_rule_ids additional_data free_shipping
    is_qty_decimal no_discount qty_backordered qty_canceled qty_invoiced qty_ordered qty_refunded qty_shipped
    base_cost price base_price original_price base_original_price tax_percent tax_amount base_tax_amount
    tax_invoiced base_tax_invoiced discount_percent discount_amount base_discount_amount discount_invoiced
    base_discount_invoiced amount_refunded base_amount_refunded row_total base_row_total row_invoiced
    base_row_invoiced row_weight base_tax_before_discount tax_before_discount ext_order_item_id locked_do_invoice
    locked_do_ship price_incl_tax base_price_incl_tax row_total_incl_tax base_row_total_incl_tax hidden_tax_amount
    base_hidden_tax_amount hidden_tax_invoiced base_hidden_tax_invoiced hidden_tax_refunded base_hidden_tax_refunded
    is_nominal tax_canceled hidden_tax_canceled tax_refunded base_tax_refunded discount_refunded
    base_discount_refunded`),
  creditmemos: words(`
    entity_id store_id adjustment_positive base_shipping_tax_amount store_to_order_rate base_discount_amount
    base_to_order_rate grand_total base_adjustment_negative base_subtotal_incl_tax shipping_amount subtotal_incl_tax
    adjustment_negative base_shipping_amount store_to_base_rate base_to_global_rate base_adjustment base_subtotal
    discount_amount subtotal adjustment base_grand_total base_adjustment_positive base_tax_amount
    shipping_tax_amount tax_amount order_id email_sent creditmemo_status state shipping_address_id
    billing_address_id invoice_id store_currency_code order_currency_code base_currency_code global_currency_code
    transaction_id increment_id created_at updated_at hidden_tax_amount base_hidden_tax_amount
    shipping_hidden_tax_amount base_shipping_hidden_tax_amnt shipping_incl_tax base_shipping_incl_tax`),
  creditmemoItems: words(`
    entity_id parent_id base_price tax_amount base_row_total discount_amount row_total base_discount_amount
    price_incl_tax base_tax_amount base_price_incl_tax qty base_cost price base_row_total_incl_tax
    row_total_incl_tax product_id order_item_id additional_data description sku name hidden_tax_amount
    base_hidden_tax_amount`),
  shipments: words(`
    entity_id store_id total_weight total_qty email_sent order_id customer_id shipping_address_id billing_address_id
    shipment_status increment_id created_at updated_at packages shipping_label`),
  shipmentTracks: words(`
    entity_id parent_id weight qty order_id track_number description title carrier_code created_at updated_at`),
  customers: words(`
    entity_id entity_type_id attribute_set_id website_id email group_id increment_id store_id created_at updated_at
    is_active`),
} as const;

/**
 * The same in a database that began before 1.6 and was upgraded: what modules had added stands in the middle there. Of the
 * other tables nothing is read that moved.
 */
export const MAGENTO1_UPGRADED: Partial<Record<keyof typeof MAGENTO1_COLUMNS, readonly string[]>> =
  {
    orders: inserted(MAGENTO1_COLUMNS.orders, {
      forced_shipment_with_invoice: 'gift_message_id',
      payment_auth_expiration: 'paypal_ipn_customer_notified',
      customer_gender: `currency_rate tax_percent custbalance_amount currency_base_id real_order_id currency_code
        is_multi_payment tracking_numbers is_hold base_custbalance_amount`,
    }),
    orderItems: inserted(MAGENTO1_COLUMNS.orderItems, {
      row_weight: 'gift_message_id gift_message_available',
      tax_before_discount: `weee_tax_applied weee_tax_applied_amount weee_tax_applied_row_amount
        base_weee_tax_applied_amount base_weee_tax_applied_row_amnt weee_tax_disposition weee_tax_row_disposition
        base_weee_tax_disposition base_weee_tax_row_disposition`,
    }),
  };

/** The columns with others behind some of them. */
function inserted(columns: readonly string[], behind: Record<string, string>): string[] {
  return columns.flatMap((name) => [name, ...words(behind[name] ?? '')]);
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
