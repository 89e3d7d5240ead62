import type { CANONICAL_INPUTS } from '#core/schemas/portal-config.ts';

export type ExportTable = (typeof CANONICAL_INPUTS)[number];

/**
 * What every adapter turns its rows into before the loaders (load/) fill the canonical tables: the columns of the
 * generic CSVs, and a few that only platforms know. Money is still in the row's own currency. Rows of `orders` and
 * `returns` may be heads (the order, no line), lines (no time or totals) or both: they meet by their number.
 */
export const INTERCHANGE: Record<ExportTable, Record<string, string>> = {
  orders: {
    /** The key of the order in its platform. An export that knows only the name leaves it out: rows meet by the name. */
    order: 'VARCHAR',
    /** The number people and other tools know the order by, where `order` is only internal. */
    orderName: 'VARCHAR',
    /** Numbers of the same purchase in other tools, separated by spaces: Amazon's in the shop's notes. */
    otherNumbers: 'VARCHAR',
    placedAt: 'TIMESTAMP',
    placedOn: 'DATE',
    email: 'VARCHAR',
    phone: 'VARCHAR',
    /** Whose phone it is: the country (ISO 3166) of the address beside it. */
    country: 'VARCHAR',
    customerId: 'VARCHAR',
    sku: 'VARCHAR',
    title: 'VARCHAR',
    category: 'VARCHAR',
    brand: 'VARCHAR',
    /** Null: the row has no line, only its order. */
    quantity: 'DECIMAL(18,4)',
    unitPrice: 'DECIMAL(18,4)',
    lineTotal: 'DECIMAL(18,4)',
    discount: 'DECIMAL(18,4)',
    currency: 'VARCHAR',
    channel: 'VARCHAR',
    /** Who sent it out, where returns are told of what one sender sends alone: Amazon's are of what Amazon sends. */
    sender: 'VARCHAR',
    cancelled: 'BOOLEAN',
    gift: 'BOOLEAN',
    discountCode: 'VARCHAR',
    /** Further text in which giftPatterns are searched. */
    giftText: 'VARCHAR',
    nonProduct: 'BOOLEAN',
    /** The order's own discount, to be shared over its lines. */
    orderDiscount: 'DECIMAL(18,4)',
    /** Price of all lines after discounts, as the export states it. */
    orderSubtotal: 'DECIMAL(18,4)',
    orderShipping: 'DECIMAL(18,4)',
    orderTax: 'DECIMAL(18,4)',
    /** Handling, gift wrap, fees and tips that the customer pays besides. */
    orderFees: 'DECIMAL(18,4)',
    /** Things in the order, where the export has no lines. */
    itemCount: 'DECIMAL(18,4)',
    orderRefund: 'DECIMAL(18,4)',
    /** What the customer was asked to pay, as the export states it. */
    orderTotal: 'DECIMAL(18,4)',
    acceptsMarketing: 'BOOLEAN',
    shippedAt: 'TIMESTAMP',
    promisedOn: 'DATE',
    deliveredOn: 'DATE',
    carrier: 'VARCHAR',
  },
  products: {
    sku: 'VARCHAR',
    title: 'VARCHAR',
    category: 'VARCHAR',
    brand: 'VARCHAR',
    cost: 'DECIMAL(18,4)',
    currency: 'VARCHAR',
  },
  returns: {
    /** What heads and lines of one return have in common, where they are rows of their own (credit memos). */
    returnId: 'VARCHAR',
    order: 'VARCHAR',
    sku: 'VARCHAR',
    quantity: 'DECIMAL(18,4)',
    value: 'DECIMAL(18,4)',
    returnedOn: 'DATE',
    reason: 'VARCHAR',
    outcome: 'VARCHAR',
    currency: 'VARCHAR',
  },
  shipments: {
    order: 'VARCHAR',
    shippedAt: 'TIMESTAMP',
    promisedOn: 'DATE',
    deliveredOn: 'DATE',
    carrier: 'VARCHAR',
  },
  fulfilment_checks: {
    order: 'VARCHAR',
    checkedOn: 'DATE',
    correct: 'BOOLEAN',
    problem: 'VARCHAR',
  },
  survey_responses: {
    /** What the answers of one person to one survey have in common. */
    response: 'VARCHAR',
    survey: 'VARCHAR',
    answeredOn: 'DATE',
    question: 'VARCHAR',
    answer: 'VARCHAR',
    score: 'DECIMAL(18,4)',
    email: 'VARCHAR',
    phone: 'VARCHAR',
    customerId: 'VARCHAR',
    order: 'VARCHAR',
  },
  tickets: {
    ticket: 'VARCHAR',
    openedAt: 'TIMESTAMP',
    openedOn: 'DATE',
    closedAt: 'TIMESTAMP',
    /** Minutes from opening to the first answer. */
    firstReply: 'DECIMAL(18,4)',
    /** Minutes from opening to the solution. */
    resolution: 'DECIMAL(18,4)',
    /** Messages of the customer. */
    contacts: 'BIGINT',
    channel: 'VARCHAR',
    topic: 'VARCHAR',
    /** 0 (bad) to 1 (good). */
    satisfaction: 'DECIMAL(18,4)',
    email: 'VARCHAR',
    phone: 'VARCHAR',
    customerId: 'VARCHAR',
    order: 'VARCHAR',
  },
  customers: {
    customerId: 'VARCHAR',
    email: 'VARCHAR',
    phone: 'VARCHAR',
    acceptsMarketing: 'BOOLEAN',
    createdOn: 'DATE',
  },
  customer_traits: {
    customerId: 'VARCHAR',
    email: 'VARCHAR',
    phone: 'VARCHAR',
    trait: 'VARCHAR',
    /** The cell as a number; else null, and `text` holds it. */
    value: 'DECIMAL(18,4)',
    text: 'VARCHAR',
  },
  abandoned_baskets: {
    basket: 'VARCHAR',
    abandonedOn: 'DATE',
    /** Null: nobody came back to it, or the export does not say. */
    recoveredOn: 'DATE',
    email: 'VARCHAR',
    phone: 'VARCHAR',
    customerId: 'VARCHAR',
  },
  campaign_results: {
    campaign: 'VARCHAR',
    /** A part of the campaign that is no arm of a test: ad set, search term, message of a flow. */
    detail: 'VARCHAR',
    variant: 'VARCHAR',
    collapsed: 'BOOLEAN',
    assignment: 'VARCHAR',
    control: 'BOOLEAN',
    channel: 'VARCHAR',
    sentAt: 'TIMESTAMP',
    sentOn: 'DATE',
    /** First and last day that the figures are of, where they are no single sending. */
    startsOn: 'DATE',
    endsOn: 'DATE',
    impressions: 'BIGINT',
    /** 0–1; with "<" or ">" in the next column it is a bound. */
    impressionShare: 'DECIMAL(18,4)',
    impressionShareBound: 'VARCHAR',
    recipients: 'BIGINT',
    delivered: 'BIGINT',
    opens: 'BIGINT',
    clicks: 'BIGINT',
    orders: 'BIGINT',
    /** What an ads tool counts as success: may be parts of one. */
    conversions: 'DECIMAL(18,4)',
    revenue: 'DECIMAL(18,4)',
    unsubscribes: 'BIGINT',
    complaints: 'BIGINT',
    spend: 'DECIMAL(18,4)',
    currency: 'VARCHAR',
  },
  kpi_snapshots: {
    kpi: 'VARCHAR',
    period: 'VARCHAR',
    value: 'DOUBLE',
    unit: 'VARCHAR',
    n: 'BIGINT',
    numerator: 'DOUBLE',
    denominator: 'DOUBLE',
    tool: 'VARCHAR',
  },
  persona_statistics: {
    persona: 'VARCHAR',
    trait: 'VARCHAR',
    value: 'DOUBLE',
    unit: 'VARCHAR',
    n: 'BIGINT',
    tool: 'VARCHAR',
  },
};
