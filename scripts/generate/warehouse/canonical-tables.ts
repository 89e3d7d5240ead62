import type { Engine } from './engine.ts';
import { withoutTax } from './money-sql.ts';

/**
 * The tables that every export becomes. Times are UTC; `…_on` columns are days of the shop's zone. Money is exact,
 * DECIMAL(28,8) in major units of the portal's currency (already converted), rounded only when it is written. Amounts of
 * an order and the value of its lines are as the export states them, tax inside or on top; figures are made of `net`.
 * `customer` is the customer key (SHA-256 of the local secret and the identity), null when nobody can be identified.
 * `digest` is free of the secret: samples and ties are ordered by it, so that two machines write the same bytes.
 */
const CANONICAL_TABLES: Record<string, string> = {
  orders: `
    order_id INTEGER NOT NULL,        -- the same as a number of this run: cheap to join by, never written; unique
    order_key VARCHAR NOT NULL,       -- source and order number in it; unique
    source VARCHAR NOT NULL,          -- platform, or the name of the config's source
    customer VARCHAR,
    customer_id INTEGER,              -- the same as a number of this run, of the table customers
    placed_at TIMESTAMP NOT NULL,
    placed_on DATE NOT NULL,
    channel VARCHAR,                  -- where it was bought: web, pos, amazon …
    cancelled BOOLEAN NOT NULL,
    gift BOOLEAN NOT NULL,
    discount_code VARCHAR,
    gross DECIMAL(28,8),              -- quantity × unit price of all lines
    discount DECIMAL(28,8),           -- everything taken off, lines' and order's, positive
    shipping DECIMAL(28,8),
    tax DECIMAL(28,8),
    fees DECIMAL(28,8),               -- handling, gift wrap and tips, paid besides
    refund DECIMAL(28,8),             -- as the order export states it, positive; beside the total, not inside
    total DECIMAL(28,8),              -- what the customer was asked to pay
    tax_inside BOOLEAN,               -- whether the prices hold the tax; null: no tax, or the total is not reached
    net_share DOUBLE NOT NULL DEFAULT 1, -- the part of the prices that is no tax; 1 where the tax comes on top
    difference DECIMAL(28,8),         -- stated total less computed one, 0 within rounding; null: none stated
    number VARCHAR,                   -- as people know it, where the order key holds an inner one
    sender VARCHAR NOT NULL DEFAULT '', -- who sent it out, where returns are told of each sender by itself
    currency VARCHAR                  -- it was sold in: returns that state none are in it`,
  order_lines: `
    order_id INTEGER NOT NULL,
    order_key VARCHAR NOT NULL,
    line INTEGER NOT NULL,            -- 1, 2 … in the order of the file
    sku VARCHAR,
    title VARCHAR,
    brand VARCHAR,
    category VARCHAR,
    is_product BOOLEAN NOT NULL,      -- false for gift cards, replacements and nonProducts of the config
    quantity DECIMAL(18,4) NOT NULL,
    unit_price DECIMAL(18,4) NOT NULL, -- in the portal's currency
    value DECIMAL(28,8) NOT NULL,     -- quantity × unit price as stated, before discounts and returns
    discount DECIMAL(28,8) NOT NULL,  -- the line's own and its share of the order's, positive
    valid BOOLEAN NOT NULL,           -- identified customer, no cancellation, quantity and price above zero
    whole_order BOOLEAN NOT NULL DEFAULT false, -- true: the export names no things, the line is the value of all of them
    net_share DOUBLE NOT NULL DEFAULT 1, -- of its order
    net DECIMAL(28,8) AS (${withoutTax('value - discount')}), -- after discounts, without tax: every figure of money
    net_discount DECIMAL(28,8) AS (${withoutTax('discount')})`,
  customers: `
    customer VARCHAR NOT NULL,        -- unique
    customer_id INTEGER NOT NULL,     -- the same as a number of this run: cheap to join by, never written; unique
    digest VARCHAR NOT NULL,
    identified_by VARCHAR NOT NULL,   -- email, phone or id
    email VARCHAR,                    -- normalised; goes to the vault and nowhere else
    phone VARCHAR,
    accepts_marketing BOOLEAN`,
  customer_phones: `
    customer VARCHAR NOT NULL,        -- further phones, by which people can be found who want to be left out
    phone VARCHAR NOT NULL`,
  products: `
    sku VARCHAR NOT NULL,
    title VARCHAR,
    category VARCHAR,
    brand VARCHAR,
    cost DECIMAL(28,8)`,
  returns: `
    order_key VARCHAR,                -- null when the order is not in the exports
    sku VARCHAR,
    quantity DECIMAL(18,4) NOT NULL,
    value DECIMAL(28,8),              -- positive, without tax; null: nobody says, and the order is not in the exports
    returned_on DATE NOT NULL,
    reason VARCHAR,
    outcome VARCHAR                   -- refund, exchange, store credit …`,
  shipments: `
    order_key VARCHAR,
    shipped_at TIMESTAMP,
    promised_on DATE,
    delivered_on DATE,
    carrier VARCHAR`,
  fulfilment_checks: `
    order_key VARCHAR,
    checked_on DATE NOT NULL,
    correct BOOLEAN NOT NULL,
    problem VARCHAR`,
  survey_responses: `
    survey VARCHAR NOT NULL,
    customer VARCHAR,
    order_key VARCHAR,
    answered_on DATE,                 -- null: the export has no dates
    question VARCHAR NOT NULL,
    answer VARCHAR,
    score DECIMAL(18,4),              -- the answer as a number, where it is one
    response VARCHAR                  -- what the answers of one person to one survey have in common`,
  tickets: `
    ticket VARCHAR NOT NULL,          -- source and ticket number; unique
    source VARCHAR NOT NULL,
    customer VARCHAR,
    order_key VARCHAR,
    opened_at TIMESTAMP NOT NULL,
    opened_on DATE NOT NULL,
    closed_at TIMESTAMP,
    first_reply DECIMAL(18,4),        -- minutes
    resolution DECIMAL(18,4),         -- minutes
    contacts BIGINT,                  -- messages of the customer
    channel VARCHAR,
    topic VARCHAR,
    satisfaction DECIMAL(18,4)        -- 0 (bad) to 1 (good)`,
  customer_traits: `
    source VARCHAR NOT NULL,
    customer VARCHAR,                 -- null: this customer has no order in the exports
    trait VARCHAR NOT NULL,
    value DECIMAL(18,4),
    text VARCHAR`,
  table_columns: `
    position INTEGER NOT NULL,        -- of the column "column<position>" in customer_table, a view as wide as the file
    name VARCHAR NOT NULL,            -- its header; unique
    left_out VARCHAR                  -- why it was not read; then customer_table lacks it`,
  table_customers: `
    customer VARCHAR,                 -- null: left out, or not to be told
    "row" BIGINT NOT NULL             -- of the view customer_table; unique`,
  abandoned_baskets: `
    basket VARCHAR NOT NULL,          -- source and number in it; unique
    customer VARCHAR,
    abandoned_on DATE NOT NULL,
    recovered_on DATE                 -- null: not bought later, or nobody says`,
  campaign_results: `
    source VARCHAR NOT NULL,
    campaign VARCHAR NOT NULL,
    detail VARCHAR,                   -- a part of it that is no arm of a test: ad set, search term
    variant VARCHAR,                  -- null: the export has no arms for this campaign
    collapsed BOOLEAN NOT NULL,       -- true: there were arms, but the export shows one row for all
    assignment VARCHAR,               -- randomised, other, or null when the export does not say
    is_control BOOLEAN NOT NULL,      -- true: this arm was the hold-out or the old way
    channel VARCHAR,
    sent_at TIMESTAMP,
    sent_on DATE,
    starts_on DATE,                   -- first and last day of figures that are no single sending
    ends_on DATE,
    impressions BIGINT,
    impression_share DECIMAL(18,4),   -- 0–1
    impression_share_bound VARCHAR,   -- "<" or ">": the share is a bound
    recipients BIGINT,
    delivered BIGINT,
    opens BIGINT,
    clicks BIGINT,
    orders BIGINT,
    conversions DECIMAL(18,4),        -- what an ads tool counts as success; may be parts of one
    revenue DECIMAL(28,8),
    unsubscribes BIGINT,
    complaints BIGINT,
    spend DECIMAL(28,8)`,
  kpi_snapshots: `
    source VARCHAR NOT NULL,          -- the tool that computed it
    kpi VARCHAR NOT NULL,
    period_from DATE NOT NULL,
    period_to DATE NOT NULL,
    value DOUBLE NOT NULL,
    unit VARCHAR NOT NULL,
    n BIGINT,
    numerator DOUBLE,
    denominator DOUBLE`,
  persona_statistics: `
    source VARCHAR NOT NULL,
    persona VARCHAR NOT NULL,
    trait VARCHAR NOT NULL,
    value DOUBLE NOT NULL,
    unit VARCHAR NOT NULL,
    n BIGINT`,
};

/** Creates the empty canonical tables. */
export async function createCanonicalTables(engine: Engine): Promise<void> {
  for (const [name, columns] of Object.entries(CANONICAL_TABLES)) {
    await engine.run(`CREATE TABLE ${name} (${columns}\n)`);
  }
}
