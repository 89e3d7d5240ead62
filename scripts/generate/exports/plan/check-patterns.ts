import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { GenerateError } from '#generate/generate-error.ts';
import type { Engine } from '#generate/warehouse/engine.ts';

/** Refuses a pattern of the config that the engine's regular expressions (RE2) cannot run. */
export async function checkPatterns(engine: Engine, config: PortalConfig): Promise<void> {
  const patterns = [
    ...config.nonProducts.map((pattern) => ({ place: 'nonProducts', pattern })),
    ...config.brandPatterns.map(({ pattern }) => ({ place: 'brandPatterns', pattern })),
    ...config.categoryPatterns.map(({ pattern }) => ({ place: 'categoryPatterns', pattern })),
    ...config.giftPatterns.map((pattern) => ({ place: 'giftPatterns', pattern })),
    ...config.sources.flatMap(({ name, cancelled, nonProduct }) =>
      [cancelled, nonProduct].flatMap((test) =>
        test === undefined ? [] : [{ place: `source "${name}"`, pattern: test.matches }],
      ),
    ),
  ];
  for (const { place, pattern } of patterns) {
    try {
      await engine.rows(`SELECT regexp_matches('', $1)`, [pattern]);
    } catch {
      throw new GenerateError(
        'config/pattern',
        `Cannot use the pattern "${pattern}" of ${place}: it needs what RE2 does not have (look-around, back references); expected an RE2 pattern`,
        'Write it without (?=…), (?!…), (?<=…) and \\1; lists of alternatives usually do: ^(POST|DOT)$',
      );
    }
  }
}
