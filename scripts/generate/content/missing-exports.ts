import type { GenerateContext } from '../generate-context.ts';

/** What each kind of export would make possible, in the order in which it helps most. */
const USES: { table: string; sentence: string }[] = [
  {
    table: 'products',
    sentence:
      'No products: add products.csv (sku, category, brand, cost) to see what each Portrait buys',
  },
  {
    table: 'returns',
    sentence:
      'No returns: add returns.csv to see what comes back and why; until then refunds stand in',
  },
  { table: 'shipments', sentence: 'No shipments: add shipments.csv to measure on-time delivery' },
  {
    table: 'fulfilment_checks',
    sentence: 'No checks of packed orders: add fulfilment-checks.csv to measure order accuracy',
  },
  {
    table: 'survey_responses',
    sentence: 'No survey answers: add survey-responses.csv to hear what customers expected',
  },
  {
    table: 'campaign_results',
    sentence:
      'No campaign results: add campaign-results.csv or the Klaviyo export to draft learnings',
  },
];

/** Which exports are not there, and what they would bring. */
export function missingExports(context: GenerateContext): string[] {
  return USES.filter(({ table }) => !(table in context.sources)).map(({ sentence }) => sentence);
}
