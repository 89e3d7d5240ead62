import { PortalConfigSchema } from '#core/schemas/portal-config.ts';
import { entryId } from '../new/entry-id.ts';
import type { Answers } from './questions.ts';

/** Names that the program gives to data of its own. */
const TAKEN = ['sample', 'unnamed'];

/** portal.config.ts for a shop, as one would write it by hand. */
export function configText(answers: Answers): string {
  const dataset = datasetId(answers.company);
  // The text below must say what the schema accepts: checked before it is written.
  PortalConfigSchema.parse({
    dataset,
    company: { name: answers.company },
    locale: answers.locale,
    currency: answers.currency,
    timeZone: answers['time-zone'],
    brand: { color: answers.color },
  });
  return `import type { PortalConfigInput } from '#core/schemas/portal-config.ts';

/** Your portal. docs/configuration.md explains every setting that can be added. */
const config: PortalConfigInput = {
  dataset: ${quoted(dataset)},
  company: {
    name: ${quoted(answers.company)},
  },
  locale: ${quoted(answers.locale)},
  currency: ${quoted(answers.currency)},
  timeZone: ${quoted(answers['time-zone'])},
  brand: { color: ${quoted(answers.color)} },
};

export default config;
`;
}

/** "Müller & Söhne" → "mueller-soehne". */
export function datasetId(company: string): string {
  const id = entryId(company);
  if (id === null) return 'shop';
  return TAKEN.includes(id) ? `${id}-shop` : id;
}

/** A string literal, in the quotes that need fewer escapes, as the formatter sets it. */
function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  const singles = inner.split("'").length;
  const doubles = inner.split('"').length;
  return singles > doubles
    ? `"${inner.replaceAll('"', '\\"')}"`
    : `'${inner.replaceAll("'", "\\'")}'`;
}
