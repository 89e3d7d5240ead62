import type { Unit } from '#core/schemas/fact.ts';

/** Facts of a Portrait in the order of its page. "Paid" is always: products after discounts, before returns. */
export const PERSONA_FACTS = [
  define(
    'customers',
    'Customers',
    'count',
    'Identified customers with a purchase who are nearest to this Portrait',
  ),
  define(
    'shareOfCustomers',
    'Share of customers',
    'ratio',
    'Customers of this Portrait ÷ all customers with a purchase',
  ),
  define(
    'shareOfRevenue',
    'Share of revenue',
    'ratio',
    'Paid by this Portrait ÷ paid by all, over the whole period; products after discounts, before returns',
  ),
  define(
    'ordersPerYear',
    'Orders a year',
    'perYear',
    'Orders ÷ years active: from a customer’s first to last order and one usual gap more, at least one year',
  ),
  define(
    'averageOrderValue',
    'Average order value',
    'money',
    'Paid for products after discounts, before returns ÷ orders',
  ),
  define(
    'yearlySpend',
    'Spend a year',
    'money',
    'Paid for products after discounts, before returns ÷ years active: from a customer’s first to last order and one usual gap more, at least one year',
  ),
  define('itemsPerOrder', 'Items per order', 'items', 'Items bought ÷ orders'),
  define(
    'unitPrice',
    'Price of an item',
    'money',
    'Paid for products after discounts, before returns ÷ items bought',
  ),
  define(
    'repeatShare',
    'Came back',
    'ratio',
    'Customers who bought on at least two days ÷ customers',
  ),
  define(
    'daysBetweenOrders',
    'Days between orders',
    'days',
    'Median over customers who bought on at least two days of their average days from one purchase day to the next',
  ),
  define(
    'recencyDays',
    'Days since the last order',
    'days',
    'Median over customers of the days from their last order to the day of the figures',
  ),
  define('topCategory', 'Main category', 'text', 'Category on which most was paid'),
  define(
    'topCategoryShare',
    'Share of the main category',
    'ratio',
    'Paid for the main category ÷ paid for products with a known category',
  ),
  define(
    'categoriesBought',
    'Categories bought',
    'count',
    'Different categories a customer bought from, average over customers with any',
  ),
  define('topBrand', 'Main brand', 'text', 'Brand on which most was paid'),
  define(
    'topBrandShare',
    'Share of the main brand',
    'ratio',
    'Paid for the main brand ÷ paid for products with a known brand',
  ),
  define('mainChannel', 'Main channel', 'text', 'Channel with most orders'),
  define(
    'mainChannelShare',
    'Share of the main channel',
    'ratio',
    'Orders through the main channel ÷ orders with a known channel',
  ),
  define(
    'returnRate',
    'Items sent back',
    'ratio',
    'Items returned ÷ items bought; returns of known orders up to the day of the figures',
  ),
  define(
    'discountShare',
    'Orders with a discount',
    'ratio',
    'Orders with a discount or a discount code ÷ orders',
  ),
  define('giftShare', 'Gift orders', 'ratio', 'Orders marked as a gift ÷ orders'),
  define(
    'holidayShare',
    'Orders in November and December',
    'ratio',
    'Orders placed in November or December ÷ orders',
  ),
  define(
    'weekendShare',
    'Orders at the weekend',
    'ratio',
    'Orders placed on a Saturday or Sunday ÷ orders',
  ),
] as const;

export type PersonaFactId = (typeof PERSONA_FACTS)[number]['id'];

function define<Id extends string>(id: Id, label: string, unit: Unit, formula: string) {
  return { id, label, unit, formula };
}
