import type { Issue } from '#core/schemas/issue.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { GenerateError } from '#generate/generate-error.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import type { ReadFile } from './read-file.ts';

/** Creates `rates`; a currency in the files without a rate is an error, never guessed. */
export async function convertibleRates(
  engine: Engine,
  config: PortalConfig,
  files: ReadFile[],
): Promise<void> {
  const rates = new Map([...Object.entries(config.rates), [config.currency, 1] as const]);
  const issues: Issue[] = [];
  for (const { plan, number } of files) {
    const binding = plan.bindings.get('currency');
    if (binding === undefined) continue;
    const found = await engine.rows<{ currency: string }>(
      `SELECT DISTINCT upper(currency) AS currency FROM typed_${number} WHERE currency IS NOT NULL ORDER BY 1`,
    );
    for (const { currency } of found) {
      if (rates.has(currency)) continue;
      const shown = /^[A-Z]{3}$/.test(currency)
        ? `"${currency}"`
        : `text, ${currency.length} characters`;
      issues.push({
        file: plan.path,
        ...(binding.from === 'header' ? { column: binding.header } : {}),
        found: shown,
        expected: `${config.currency}, or a currency that has a rate`,
      });
    }
  }
  const [first] = issues;
  if (first !== undefined) {
    throw new GenerateError(
      'export/unknown-currency',
      `Cannot convert ${first.found} in export "${first.file}": there is no rate; expected ${config.currency} or a currency of rates in portal.config.ts`,
      `Add the rate to portal.config.ts: rates: { ${/^"([A-Z]{3})"$/.exec(first.found)?.[1] ?? 'EUR'}: 1.08 } (one unit in ${config.currency})`,
      issues,
    );
  }
  await engine.run('CREATE TABLE rates (currency VARCHAR, rate DECIMAL(18,8))');
  for (const [currency, rate] of rates) {
    await engine.run('INSERT INTO rates VALUES ($1, CAST($2 AS DECIMAL(18,8)))', [
      currency,
      String(rate),
    ]);
  }
}
