import { globSync, readFileSync } from 'node:fs';
import { AUDIENCE_SIGNS } from '#core/audiences/audience-signs.ts';
import { exportName } from '#core/format/export-name.ts';
import { PORTRAIT_TOPICS } from '#core/personas/portrait-topics.ts';
import { kpiDefinitions } from '#core/kpis/index.ts';
import { PortalConfigSchema } from '#core/schemas/portal-config.ts';

/** Adapters in content/: "amazon-fba-returns". */
const EXPORT = /"([a-z0-9]+(?:-[a-z0-9]+)+)"/g;

/**
 * What a site says that is no text of the interface, as one text in lower case: everything in `content/` and in the
 * configuration, the names of exports and features, and the sentences that the program drafts (docs/language.md).
 */
export function knownTexts(content: string, config: string): string {
  const files = globSync(`${content}/**/*.{json,mdx,yaml}`);
  const texts = files.map((path) => readFileSync(path, 'utf8'));
  const written = texts.join('\n');
  const told = [
    ...PORTRAIT_TOPICS.flatMap(({ slots }) => slots.flat()),
    ...Object.values(AUDIENCE_SIGNS),
  ].map(({ text }) => text);
  const sums = kpiDefinitions(PortalConfigSchema.shape.kpis.parse(undefined)).flatMap(
    (kpi) => kpi.sums?.map(({ words }) => words) ?? [],
  );
  return [
    ...files,
    ...told,
    ...sums,
    written,
    // As they are read where components and links are told in words.
    written.replace(/<[^>]*>|`|\*\*|__|\[|\]\([^)]*\)/g, ''),
    written.replace(/([a-z])([A-Z])/g, '$1 $2'),
    ...[...written.matchAll(EXPORT)].map(([, id = '']) => {
      const { platform, rest } = exportName(id);
      return `${platform ?? ''} ${rest} ${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
    }),
    readFileSync(config, 'utf8'),
    // Reasons that differ in their figures alone are told once.
    written.replace(/\d[\d.]*/g, '…'),
    'Esc, Ctrl K',
    'npm run new -- voice "Ada Lund"',
    ...Array.from({ length: 12 }, (_, month) =>
      new Intl.DateTimeFormat('en', { month: 'long' }).format(new Date(2026, month)),
    ),
  ]
    .join('\n')
    .replaceAll('\\', '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}
