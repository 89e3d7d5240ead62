import type { Issue } from '#core/schemas/issue.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { GenerateError } from '#generate/generate-error.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import type { FilePlan } from './plan/file-plan.ts';
import type { RecordFinder } from './read/record-finder.ts';
import { derivedColumns } from './read/type-rows.ts';

/** What one unit of each currency is worth in the portal's. */
function knownRates(config: PortalConfig): Map<string, number> {
  return new Map([...Object.entries(config.rates), [config.currency, 1] as const]);
}

/** Creates `rates`, by which all money becomes the portal's currency. */
export async function createRates(engine: Engine, config: PortalConfig): Promise<void> {
  await engine.run('CREATE TABLE rates (currency VARCHAR, rate DECIMAL(18,8))');
  for (const [currency, rate] of knownRates(config)) {
    await engine.run('INSERT INTO rates VALUES ($1, CAST($2 AS DECIMAL(18,8)))', [
      currency,
      String(rate),
    ]);
  }
}

/**
 * Stops at a file ("typed") with money in a currency that has no rate: a rate is never guessed.
 *
 * @throws GenerateError `export/unknown-currency`
 */
export async function refuseUnknownCurrencies(
  engine: Engine,
  config: PortalConfig,
  plan: FilePlan,
  find: RecordFinder,
): Promise<void> {
  const columns = currencyColumns(plan);
  if (columns.length === 0) return;
  const known = knownRates(config);
  const stated = columns.map(
    ({ column, of }) =>
      `SELECT '${of}' AS "of", upper("${column}") AS currency, min("row") AS "row" FROM typed WHERE "${column}" IS NOT NULL GROUP BY ALL`,
  );
  const found = await engine.rows<{ of: string; currency: string; row: string }>(
    `SELECT place."of" AS "of", currency, place."row" AS "row"
    FROM (SELECT currency, min({'row': "row", 'of': "of"}) AS place FROM (${stated.join(' UNION ALL ')}) GROUP BY currency)
    ORDER BY currency`,
  );
  const unknown = found.filter(({ currency }) => !known.has(currency));
  const [first] = unknown;
  if (first === undefined) return;
  const places = await find.rows(unknown.map(({ row }) => Number(row)));
  const issues = unknown.map(({ of, currency, row }): Issue => {
    const binding = plan.bindings.get(of);
    const column = binding?.from === 'header' ? { column: binding.header } : {};
    const line = places.get(Number(row))?.from;
    return {
      file: plan.path,
      ...(line === undefined ? {} : { line }),
      ...column,
      found: shownCurrency(currency),
      expected: isCode(currency)
        ? `${config.currency}, or a currency that has a rate`
        : `the ISO code of a currency, for example ${config.currency}`,
    };
  });
  const problem = isCode(first.currency) ? 'there is no rate' : 'that is no ISO code';
  throw new GenerateError(
    'export/unknown-currency',
    `Cannot convert ${shownCurrency(first.currency)} in export "${plan.path}": ${problem}; expected ${config.currency} or a currency of rates in portal.config.ts`,
    currencyHint(
      unknown.map(({ currency }) => currency),
      config,
    ),
    issues,
  );
}

/** Columns of "typed" that hold currencies, and the column of the export (`of`) that states them: a code, or amounts. */
function currencyColumns(plan: FilePlan): { column: string; of: string }[] {
  const inAmounts = Object.entries(plan.adapter.columns).flatMap(([of, declaration]) =>
    declaration.type === 'decimal' && plan.bindings.has(of)
      ? derivedColumns(plan, of, declaration).map((column) => ({ column, of }))
      : [],
  );
  return [
    ...(plan.bindings.has('currency') ? [{ column: 'currency', of: 'currency' }] : []),
    ...inAmounts,
  ];
}

/** A name of a currency is to be written as its code; only a code can be given a rate. */
function currencyHint(unknown: string[], config: PortalConfig): string {
  const code = unknown.find(isCode);
  return [
    ...(unknown.every(isCode)
      ? []
      : [
          `Write the ISO code of the currency in the file (for example ${config.currency}), or map the file in portal.config.ts under sources with currency: { constant: '${config.currency}' }`,
        ]),
    ...(code === undefined
      ? []
      : [
          `Add the rate to portal.config.ts: rates: { ${code}: 1.08 } (one unit in ${config.currency})`,
        ]),
  ].join('. ');
}

function shownCurrency(text: string): string {
  return isCode(text) ? `"${text}"` : `text, ${text.length} characters`;
}

function isCode(text: string): boolean {
  return /^[A-Z]{3}$/.test(text);
}
