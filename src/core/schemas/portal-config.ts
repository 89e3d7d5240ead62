import { z } from 'zod';
import { AudienceSettingsSchema, PackingTagSettingsSchema } from './audience-settings.ts';
import { CoreCustomerSettingsSchema } from './core-customer-settings.ts';
import { CustomerTableSettingsSchema } from './customer-table-settings.ts';
import { DatasetSchema } from './identifiers.ts';
import { isLocale } from './locale-name.ts';
import { ScreenSettingsSchema } from './screen-settings.ts';
import { isTimeZone } from './time-zone.ts';

const CurrencySchema = z.string().regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code such as "EUR"');

const TimeZoneSchema = z.string().refine(isTimeZone, {
  error: 'expected an IANA time zone such as "Europe/Berlin"',
});

const PatternSchema = z.string().refine(isPattern, { error: 'expected a regular expression' });

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}

/** The canonical tables that an export can be mapped to; columns in docs/exports.md. */
export const CANONICAL_INPUTS = [
  'orders',
  'products',
  'returns',
  'shipments',
  'fulfilment_checks',
  'survey_responses',
  'tickets',
  'customers',
  'customer_traits',
  'abandoned_baskets',
  'campaign_results',
  'kpi_snapshots',
  'persona_statistics',
] as const;

/** Where one column of a generic table comes from. */
const ColumnSourceSchema = z.union([
  /** The column of that header. */
  z.string(),
  z.strictObject({ column: z.string() }),
  /** The same text in every row. */
  z.strictObject({ constant: z.string() }),
  /** The row's number: for files without an order number, where each row is a purchase of its own. */
  z.strictObject({ rowNumber: z.literal(true) }),
]);
export type ColumnSource = z.output<typeof ColumnSourceSchema>;

/** Rows that match: the pattern is a regular expression, found anywhere in the column's text. */
const RowTestSchema = z.strictObject({ column: z.string(), matches: PatternSchema });

/** A foreign file mapped to a generic table. */
const SourceSchema = z.strictObject({
  /** Name used in the report and in Facts: "online-retail". */
  name: DatasetSchema,
  /** Globs relative to the exports folder: ["*.csv.gz"]. */
  files: z.array(z.string()).min(1),
  /** The generic table its rows become. */
  table: z.enum(CANONICAL_INPUTS),
  /** Default: found out from the file. */
  delimiter: z.string().length(1).optional(),
  encoding: z.enum(['utf-8', 'utf-16', 'latin-1']).optional(),
  /** Instead of a delimiter: name, first character (1-based) and length of each column. */
  fixedWidth: z
    .array(
      z.strictObject({
        name: z.string(),
        start: z.int().positive(),
        length: z.int().positive(),
      }),
    )
    .optional(),
  /** Line of the header, 1-based; 0: there is none and the columns are called column1 … Default: found by their names. */
  headerLine: z.int().nonnegative().optional(),
  /** Generic column → where it comes from. */
  columns: z.record(z.string(), ColumnSourceSchema),
  /** Form of dates: tokens of strptime ("%Y%m%d"). Default: found out from the file. */
  dateFormat: z.string().optional(),
  decimal: z.enum(['.', ',']).optional(),
  /** `false`: what looks like a spreadsheet program's damage (TRUE, 1.00E+05) is meant so; default: looked for. */
  spreadsheetDamage: z.boolean().optional(),
  /** Tax that the prices of orders hold which state none, as a rate on top of the net price: 0.2 for 20 %; default: 0. */
  taxInPrices: z.number().min(0).max(1).optional(),
  /** Rows that cancel an order. */
  cancelled: RowTestSchema.optional(),
  /** Rows that are no products (postage, bank charges). */
  nonProduct: RowTestSchema.optional(),
});
export type ExportSource = z.output<typeof SourceSchema>;

/** What a platform's account is set to, where its exports do not say it. */
const PlatformAccountSchema = z.strictObject({
  /** Zone of times without an offset; default: the format's own, else the shop's. */
  timeZone: TimeZoneSchema.optional(),
  /** How "04/05/2026" is meant; default: inferred from each file. */
  dateOrder: z.enum(['dmy', 'mdy']).optional(),
  /** The decimal sign; default: inferred from each file. */
  decimal: z.enum(['.', ',']).optional(),
  /** Currency of money that the export gives without one; default: the portal's. */
  currency: CurrencySchema.optional(),
  /** Tax that the prices of orders hold which state none, as a rate on top of the net price: 0.2 for 20 %; default: 0. */
  taxInPrices: z.number().min(0).max(1).optional(),
  /** `false`: what looks like a spreadsheet program's damage (TRUE, 1.00E+05) is meant so; default: looked for. */
  spreadsheetDamage: z.boolean().optional(),
});
export type PlatformAccount = z.output<typeof PlatformAccountSchema>;

/** portal.config.ts. Written by `npm run init`; everything has a default but company, currency and time zone. */
export const PortalConfigSchema = z.strictObject({
  /** Names the data; "sample" is the invented retailer's and is never mixed with another. */
  dataset: DatasetSchema,
  company: z.strictObject({
    name: z.string().min(1).max(60),
    /** One sentence under the name on the home page. */
    sentence: z.string().optional(),
    /** Where the portal is served: for RSS and share links. */
    url: z.url().optional(),
  }),
  /** BCP 47, for numbers and dates. */
  locale: z
    .string()
    .refine(isLocale, { error: 'expected a language and country such as "en-GB" or "fr-FR"' })
    .default('en-GB'),
  /** The texts of the interface: the name of a file in src/core/language, "en" for en.json. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'expected a language such as "en" or "de-AT"')
    .default('en'),
  currency: CurrencySchema,
  /** One unit of the foreign currency in the portal's: { EUR: 1.08 }. */
  rates: z.record(CurrencySchema, z.number().positive()).default({}),
  /** The shop's zone: days and months are its. */
  timeZone: TimeZoneSchema,
  brand: z
    .strictObject({
      /** #rrggbb; every tone of the site is derived from it. */
      color: z.string().regex(/^#[0-9a-fA-F]{6}$/, 'expected a colour such as "#1f5f8b"'),
    })
    .default({ color: '#1f4e79' }),
  privacy: z
    .strictObject({
      /** Groups of fewer people are suppressed. */
      floor: z.int().min(1).default(10),
      /** Whoever was last heard of more days before as-of leaves the vault and the lists. */
      retentionDays: z.int().min(1).default(1095),
      /**
       * What the scan for customers lets pass: addresses and phone numbers of staff, whole domains, names of brands that
       * are called like a person: ["care@shop.example", "@shop.example", "Paul Smith"].
       */
      mayBeShown: z.array(z.string().min(3)).default([]),
    })
    .prefault({}),
  limits: z
    .strictObject({
      /** A file of which a larger share of rows is rejected stops the run. */
      rejectedShare: z.number().min(0).max(1),
    })
    .default({ rejectedShare: 0.01 }),
  /** How many days before as-of the newest row of an export may lie, by adapter or source: { "shopify-orders": 14 }. */
  freshness: z.record(DatasetSchema, z.int().positive()).default({}),
  /** Settings of the accounts exports come from, by adapter id or the beginning of it: { klaviyo: { timeZone: … } }. */
  platforms: z.record(DatasetSchema, PlatformAccountSchema).default({}),
  /** Files of formats that the portal does not know by itself. */
  sources: z.array(SourceSchema).default([]),
  /** A table with one row a customer, whose columns make Portraits: alone, or beside orders. */
  customerTable: CustomerTableSettingsSchema.optional(),
  /** Leave out files that no adapter and no source knows without listing each: globs. */
  ignoreFiles: z.array(z.string()).default([]),
  /** Patterns on SKU or title of lines that are no products; they stay in totals, not in KPIs and Portraits. */
  nonProducts: z.array(PatternSchema).default([]),
  /** Plain names of channels that exports write in their own way: { "app 294517112833": "app" }. */
  channelNames: z.record(z.string(), z.string().min(1)).default({}),
  /** Brand by pattern on SKU or title, first match wins, when no products table says it. */
  brandPatterns: z.array(z.strictObject({ pattern: PatternSchema, brand: z.string() })).default([]),
  categoryPatterns: z
    .array(z.strictObject({ pattern: PatternSchema, category: z.string() }))
    .default([]),
  /** Patterns on discount codes, titles or notes that mark a gift order. */
  giftPatterns: z.array(PatternSchema).default([]),
  kpis: z
    .strictObject({
      /** Window of the repeat purchase rate, in months back from as-of. */
      repeatPurchaseMonths: z.int().positive().default(12),
      /** A second purchase counts within so many days. */
      secondPurchaseDays: z.int().positive().default(90),
      /** Returns arrive late: months younger than this are marked as immature. */
      returnMaturityDays: z.int().nonnegative().default(60),
    })
    .prefault({}),
  portraits: z
    .strictObject({
      seed: z.int().default(20_260_101),
      /** Fewest and most groups that are tried. */
      fewest: z.int().min(2).default(3),
      most: z.int().max(12).default(12),
      /** A group of a smaller share of the customers is no Portrait, 0–1; nor is one under the privacy floor. */
      smallestShare: z.number().min(0).max(0.5).default(0.015),
      /** Own names of factors, by working name or by number: { "Order value, unit price": "Big baskets" }. */
      factorNames: z.record(z.string(), z.string().min(1)).default({}),
    })
    .prefault({}),
  /** The customer the shop is built for; without it, nobody leads the portal. */
  coreCustomer: CoreCustomerSettingsSchema.optional(),
  /** Questions whose answers are not put beside Portraits: patterns on the question. */
  unusedQuestions: z.array(PatternSchema).default([]),
  /** Who belongs to each audience, what to say to them, and how often anybody may be written to. */
  audiences: AudienceSettingsSchema.prefault({}),
  /** What the tags for the packing bench look back on. */
  packingTags: PackingTagSettingsSchema.prefault({}),
  boxes: z
    .strictObject({
      /** Orders of so many days, the day of the figures the last, are "in the boxes"; 1 where exports come every day. */
      days: z.int().min(1).max(31).default(7),
    })
    .prefault({}),
  /** What office screens show, and when. */
  screens: ScreenSettingsSchema.prefault({}),
});
export type PortalConfig = z.output<typeof PortalConfigSchema>;
export type PortalConfigInput = z.input<typeof PortalConfigSchema>;
