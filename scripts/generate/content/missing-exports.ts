import { counted } from '#core/format/counted.ts';
import { startingSentence } from '#core/language/first-letter.ts';
import type { Gap } from '#core/schemas/data-quality.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import type { GenerateContext } from '../generate-context.ts';
import { readHoldings, type Holdings } from '../warehouse/holdings.ts';
import { returnsKnowledge, type ReturnsKnowledge } from '../warehouse/kpis/returns-knowledge.ts';
import { silentNames } from './silent-names.ts';

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
  const gaps =
    held.orders === 0
      ? [noOrders(config)]
      : [
          shortHistory(period),
          ...unknownOfOrders(held, config.locale),
          ...unseenInOrders(held, sources),
          returnsOfSome(await returnsKnowledge(engine), config.locale),
        ];
  return [...gaps, ...ofCampaigns(held), ...ofService(held)].filter((gap) => gap !== false);
}

function noOrders({ customerTable }: Pick<PortalConfig, 'customerTable'>): Gap {
  const figures = customerTable ? 'KPIs are' : 'KPIs and Portraits are';
  return {
    lacks: 'No orders',
    cannotTell: `how the shop stands: ${figures} worked out from orders`,
    remedy: 'Add the order export of the shop or the marketplace',
    docs: FORMATS,
  };
}

/** Who bought, and what, as far as only some orders say it. */
function unknownOfOrders(
  { knownBuyers, categories, brands }: Holdings,
  locale: string,
): (Gap | false)[] {
  const part = (what: string, share: number): string =>
    share === 0
      ? `No ${what}`
      : `${startingSentence(what)} for only ${percent(share, locale)} of what was sold`;
  return [
    knownBuyers < ENOUGH && {
      lacks: `Nobody is known behind ${percent(1 - knownBuyers, locale)} of the orders`,
      cannotTell:
        'which of these buyers come back: repeat purchase, retention and Portraits leave them out',
      remedy: 'Add an order export with e-mail addresses or phone numbers; marketplaces give none',
      docs: FORMATS,
    },
    categories < ENOUGH && {
      lacks: part('categories', categories),
      cannotTell: 'which categories each Portrait buys',
      remedy: 'Add the products export (sku, category), or categoryPatterns in portal.config.ts',
      docs: GENERIC,
    },
    brands < ENOUGH && {
      lacks: part('brands', brands),
      cannotTell: 'which brands each Portrait is loyal to',
      remedy: 'Add the products export (sku, brand), or brandPatterns in portal.config.ts',
      docs: GENERIC,
    },
  ];
}

/** What no order shows at all. */
function unseenInOrders(held: Holdings, sources: GenerateContext['sources']): (Gap | false)[] {
  return [
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
    !held.channels && {
      lacks: 'No channels',
      cannotTell: 'where each Portrait buys: web, store, marketplace',
      remedy: 'Add an order export that says where each order came from',
      docs: FORMATS,
    },
    !held.gifts && {
      lacks: 'No gifts',
      cannotTell: 'who buys for others',
      remedy: 'Say in giftPatterns of portal.config.ts what marks a gift order',
      docs: SETTINGS,
    },
    !held.discounts &&
      // A shop that states them and gives none lacks nothing.
      sources['stated_discounts'] === undefined && {
        lacks: 'No discounts',
        cannotTell: 'who waits for a voucher',
        remedy: 'If the shop gives any, add an order export with discount codes or amounts',
        docs: FORMATS,
      },
  ];
}

/** What comes back is told of some shops and marketplaces, and of others with much of what was sold it is not. */
function returnsOfSome({ state, silent }: ReturnsKnowledge, locale: string): Gap | false {
  const whole = silent.filter(({ isWhole }) => isWhole);
  const share = whole.reduce((sum, orders) => sum + orders.share, 0);
  return (
    state === 'known' &&
    share > 1 - ENOUGH && {
      lacks: `No returns of orders of ${silentNames(whole)}, ${percent(share, locale)} of what was sold`,
      cannotTell:
        'how much of it comes back: the return rate leaves them out, and net revenue counts them in full',
      remedy: 'Add the returns export of each, or returns.csv',
      docs: FORMATS,
    }
  );
}

function ofCampaigns({ campaigns, arms }: Holdings): (Gap | false)[] {
  return [
    !campaigns && {
      lacks: 'No campaign results',
      cannotTell: 'what ads and mailings cost, brought and taught: no learning can be drafted',
      remedy: 'Add the campaign export of the mailing or ads tool',
      docs: FORMATS,
    },
    campaigns &&
      !arms && {
        lacks: 'No campaign with groups to compare',
        cannotTell: 'whether a campaign worked, or as much would have been sold without it',
        remedy: 'Add results by variant, at best with a group that heard nothing',
        docs: GENERIC,
      },
  ];
}

/** How orders arrive and how people are answered; KPI snapshots of another tool say it as well. */
function ofService({ snapshots, promisedParcels, answers, checks }: Holdings): (Gap | false)[] {
  if (snapshots) return [];
  return [
    !promisedParcels && {
      lacks: 'No parcels with a promised day and a day of delivery',
      cannotTell: 'whether parcels come on time',
      remedy:
        'Add the shipments export with both days, or the figure of another tool as a KPI snapshot',
      docs: GENERIC,
    },
    !answers && {
      lacks: 'No tickets of the help desk',
      cannotTell: 'how long people wait for an answer, and how many questions are settled at once',
      remedy: 'Add the export of the help desk, or its figures as KPI snapshots',
      docs: FORMATS,
    },
    !checks && {
      lacks: 'No checks of packed orders',
      cannotTell: 'how often everything in the box is right',
      remedy: 'Add what was checked (order, checkedOn, correct), or the figure as a KPI snapshot',
      docs: GENERIC,
    },
  ];
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
