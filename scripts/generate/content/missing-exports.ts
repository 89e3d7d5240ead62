import { counted } from '#core/format/counted.ts';
import type { Gap } from '#core/schemas/data-quality.ts';
import type { GenerateContext } from '../generate-context.ts';
import { readHoldings, type Holdings } from '../warehouse/holdings.ts';

/** Net revenue retention compares two whole years. */
const TWO_YEARS_DAYS = 730;
/** Below this share of what was sold, what a Portrait buys is a guess about the rest. */
const ENOUGH = 0.8;

const FORMATS = 'docs/exports.md#platforms';
const GENERIC = 'docs/exports.md#the-others';
const SETTINGS = 'docs/configuration.md';

/** What is missing and what cannot be told therefore, the most helpful first: said of what the tables hold, and hardly of files. */
export async function missingExports({
  engine,
  period,
  config,
  sources,
}: Pick<GenerateContext, 'engine' | 'period' | 'config' | 'sources'>): Promise<Gap[]> {
  const held = await readHoldings(engine);
  const has = (share: number): boolean => share >= ENOUGH;
  const part = (what: string, share: number): string =>
    share === 0
      ? `No ${what}`
      : `${capital(what)} for only ${percent(share, config.locale)} of what was sold`;
  const gaps: (Gap | false)[] = [
    held.orders === 0 && {
      lacks: 'No orders',
      cannotTell: 'how the shop stands: KPIs and Portraits are worked out from orders',
      remedy: 'Add the order export of the shop or the marketplace',
      docs: FORMATS,
    },
    held.orders > 0 && shortHistory(period),
    held.orders > 0 &&
      held.knownBuyers < ENOUGH && {
        lacks: `Nobody is known behind ${percent(1 - held.knownBuyers, config.locale)} of the orders`,
        cannotTell:
          'which of these buyers come back: repeat purchase, retention and Portraits leave them out',
        remedy:
          'Add an order export with e-mail addresses or phone numbers; marketplaces give none',
        docs: FORMATS,
      },
    held.orders > 0 &&
      !has(held.categories) && {
        lacks: part('categories', held.categories),
        cannotTell: 'which categories each Portrait buys',
        remedy: 'Add the products export (sku, category), or categoryPatterns in portal.config.ts',
        docs: GENERIC,
      },
    held.orders > 0 &&
      !has(held.brands) && {
        lacks: part('brands', held.brands),
        cannotTell: 'which brands each Portrait is loyal to',
        remedy: 'Add the products export (sku, brand), or brandPatterns in portal.config.ts',
        docs: GENERIC,
      },
    held.orders > 0 &&
      !held.returns && {
        lacks: noReturns(held),
        cannotTell: held.refunds
          ? 'what comes back and why; until then refunds stand in for the return rate'
          : 'how much comes back: there is no return rate, and no Portrait has one',
        remedy: held.anyReturns
          ? 'Compare the order numbers of the returns export with those of the order export'
          : 'Add the returns export of the shop, the marketplace or the returns tool',
        docs: FORMATS,
      },
    held.returns &&
      held.knownBuyers > 0 &&
      !held.knownReturns && {
        lacks: 'No returns of customers we know, only of others',
        cannotTell: 'what each Portrait sends back and why',
        remedy: 'Add the returns export of the shop or the returns tool',
        docs: FORMATS,
      },
    held.orders > 0 &&
      !held.channels && {
        lacks: 'No channels',
        cannotTell: 'where each Portrait buys: web, store, marketplace',
        remedy: 'Add an order export that says where each order came from',
        docs: FORMATS,
      },
    held.orders > 0 &&
      !held.gifts && {
        lacks: 'No gifts',
        cannotTell: 'who buys for others',
        remedy: 'Say in giftPatterns of portal.config.ts what marks a gift order',
        docs: SETTINGS,
      },
    held.orders > 0 &&
      !held.discounts &&
      // A shop that states them and gives none lacks nothing.
      sources['stated_discounts'] === undefined && {
        lacks: 'No discounts',
        cannotTell: 'who waits for a voucher',
        remedy: 'If the shop gives any, add an order export with discount codes or amounts',
        docs: FORMATS,
      },
    !held.campaigns && {
      lacks: 'No campaign results',
      cannotTell: 'what campaigns taught: no learning can be drafted',
      remedy: 'Add the campaign export of the mailing or ads tool',
      docs: FORMATS,
    },
    held.campaigns &&
      !held.arms && {
        lacks: 'No campaign with groups to compare',
        cannotTell: 'whether a campaign worked, or as much would have been sold without it',
        remedy: 'Add results by variant, at best with a group that heard nothing',
        docs: GENERIC,
      },
    !held.snapshots &&
      !held.promisedParcels && {
        lacks: 'No parcels with a promised day and a day of delivery',
        cannotTell: 'whether parcels come on time',
        remedy:
          'Add the shipments export with both days, or the figure of another tool as a KPI snapshot',
        docs: GENERIC,
      },
    !held.snapshots &&
      !held.answers && {
        lacks: 'No tickets of the help desk',
        cannotTell:
          'how long people wait for an answer, and how many questions are settled at once',
        remedy: 'Add the export of the help desk, or its figures as KPI snapshots',
        docs: FORMATS,
      },
    !held.snapshots &&
      !held.checks && {
        lacks: 'No checks of packed orders',
        cannotTell: 'how often everything in the box is right',
        remedy: 'Add what was checked (order, checkedOn, correct), or the figure as a KPI snapshot',
        docs: GENERIC,
      },
  ];
  return gaps.filter((gap): gap is Gap => gap !== false);
}

function noReturns({ anyReturns, refunds }: Holdings): string {
  if (anyReturns) return 'No returns of orders in the exports, only of others';
  return refunds ? 'No returns, only refunds' : 'No returns';
}

function shortHistory(period: GenerateContext['period']): Gap | false {
  const days =
    period === null ? 0 : (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000 + 1;
  return (
    days < TWO_YEARS_DAYS && {
      lacks: `Orders of ${counted(Math.round(days), 'day')} only`,
      cannotTell:
        'what last year’s customers bring this year: net revenue retention compares two whole years',
      remedy:
        'Export the orders of at least 24 months, better of all years. A shorter window for repeat purchases is set by kpis.repeatPurchaseMonths in portal.config.ts',
      docs: FORMATS,
    }
  );
}

function percent(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(share);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
