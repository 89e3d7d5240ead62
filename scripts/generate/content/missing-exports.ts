import type { Gap } from '#core/schemas/data-quality.ts';
import type { GenerateContext } from '../generate-context.ts';
import { readHoldings } from '../warehouse/holdings.ts';

/** Net revenue retention compares two whole years. */
const TWO_YEARS_DAYS = 730;
/** Below this share of what was sold, what a Portrait buys is a guess about the rest. */
const ENOUGH = 0.8;

const FORMATS = 'docs/exports.md#formats';
const GENERIC = 'docs/exports.md#the-others';
const SETTINGS = 'docs/configuration.md';

/** What is missing and what it costs, the most helpful first: said of what the tables hold, not of files. */
export async function missingExports({
  engine,
  period,
  config,
}: Pick<GenerateContext, 'engine' | 'period' | 'config'>): Promise<Gap[]> {
  const held = await readHoldings(engine);
  const has = (share: number): boolean => share >= ENOUGH;
  const part = (what: string, share: number): string =>
    share === 0
      ? `No ${what}`
      : `${capital(what)} for only ${percent(share, config.locale)} of what was sold`;
  const gaps: (Gap | false)[] = [
    held.orders === 0 && {
      lacks: 'No orders',
      costs: 'every KPI and every Portrait that is worked out here',
      remedy: 'Add the order export of the shop or the marketplace',
      docs: FORMATS,
    },
    held.orders > 0 && shortHistory(period),
    held.orders > 0 &&
      held.knownBuyers < ENOUGH && {
        lacks: `Nobody is known behind ${percent(1 - held.knownBuyers, config.locale)} of the orders`,
        costs: 'who comes back among them: repeat purchase, retention and Portraits leave them out',
        remedy:
          'Add an order export with e-mail addresses or phone numbers; marketplaces give none',
        docs: FORMATS,
      },
    held.orders > 0 &&
      !has(held.categories) && {
        lacks: part('categories', held.categories),
        costs: 'which categories each Portrait buys, and Portraits told apart by them',
        remedy: 'Add the products export (sku, category), or categoryPatterns in portal.config.ts',
        docs: GENERIC,
      },
    held.orders > 0 &&
      !has(held.brands) && {
        lacks: part('brands', held.brands),
        costs: 'which brands each Portrait is loyal to, and the audience of one brand',
        remedy: 'Add the products export (sku, brand), or brandPatterns in portal.config.ts',
        docs: GENERIC,
      },
    held.orders > 0 &&
      !held.returns && {
        lacks: held.refunds ? 'No returns, only refunds' : 'No returns',
        costs: held.refunds
          ? 'what comes back and why; until then refunds stand in for the return rate'
          : 'the return rate, and what each Portrait sends back',
        remedy: 'Add the returns export',
        docs: GENERIC,
      },
    held.orders > 0 &&
      !held.channels && {
        lacks: 'No channels',
        costs: 'where each Portrait buys: web, store, marketplace',
        remedy: 'Add an order export that says where each order came from',
        docs: FORMATS,
      },
    held.orders > 0 &&
      !held.gifts && {
        lacks: 'No gifts',
        costs: 'who buys for others',
        remedy: 'Say in giftPatterns of portal.config.ts what marks a gift order',
        docs: SETTINGS,
      },
    held.orders > 0 &&
      !held.discounts && {
        lacks: 'No discounts',
        costs: 'who waits for a voucher',
        remedy: 'Add an order export with discount codes or amounts',
        docs: FORMATS,
      },
    !held.campaigns && {
      lacks: 'No campaign results',
      costs: 'what campaigns taught: no learning can be drafted',
      remedy: 'Add the campaign export of the mailing or ads tool',
      docs: FORMATS,
    },
    held.campaigns &&
      !held.arms && {
        lacks: 'No campaign with groups to compare',
        costs: 'whether a campaign worked, or would have sold as much without it',
        remedy: 'Add results by variant, at best with a group that heard nothing',
        docs: GENERIC,
      },
    !held.snapshots && {
      lacks: 'No figures of delivery and service',
      costs:
        'KPIs that only other tools know: on-time delivery, order accuracy, time to first answer',
      remedy: 'Add them as KPI snapshots',
      docs: GENERIC,
    },
  ];
  return gaps.filter((gap): gap is Gap => gap !== false);
}

function shortHistory(period: GenerateContext['period']): Gap | false {
  const days =
    period === null ? 0 : (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000 + 1;
  return (
    days < TWO_YEARS_DAYS && {
      lacks: `Orders of ${Math.round(days)} days only`,
      costs: 'net revenue retention, which compares two whole years, and trends over the year',
      remedy: 'Export the orders of at least 24 months, better of all years',
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
