import { filled, type Words } from '#core/language/words.ts';
import type { APIRoute } from 'astro';
import { isHint } from '#components/certainty-of.ts';
import { oneLine } from '#components/plain-text.ts';
import { formatFact } from '#core/format/format-fact.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { Portal } from '#data/portal.ts';

/** The site in plain text, for readers that are programs: what there is, where, and the figures in front. */
export const GET: APIRoute = ({ locals: { portal, words } }) =>
  new Response(overview(portal, words), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });

function overview(portal: Portal, words: Words): string {
  const { config, personas, insights, kpis, voices, asOf } = portal;
  const fact = ({ label }: Fact, text: string): string => `${label}: ${text}`;
  return [
    `# ${oneLine(config.company.name)}`,
    '',
    `> ${asOf ? filled(words.overview.asOf, { day: asOf }) : words.overview.noFigures}`,
    '',
    `## ${words.portraits.title}`,
    '',
    ...personas.map((persona) =>
      entry(
        `/personas/${persona.id}/`,
        isHint(portal.segmentation, persona)
          ? filled(words.overview.hint, { name: persona.name })
          : persona.name,
        persona.essence,
      ),
    ),
    '',
    `## ${words.learnings.title}`,
    '',
    ...insights.map(({ id, title, summary }) => entry(`/insights/${id}/`, title, summary)),
    '',
    `## ${words.kpis.title}`,
    '',
    ...kpis.map(({ id, title, meaning, current }) =>
      entry(
        `/kpis/${id}/`,
        title,
        `${fact(current, formatFact(current, portal.formats))}. ${meaning}`,
      ),
    ),
    '',
    `## ${words.overview.more}`,
    '',
    entry('/go-to-market/', words.market.title, words.market.description),
    entry('/audiences/', words.audiences.title, words.overview.audiences),
    ...(voices.length > 0 ? [entry('/voices/', words.voices.title, words.voices.description)] : []),
    entry('/method/', words.method.title, words.overview.method),
    '',
  ].join('\n');
}

function entry(path: string, title: string, text: string | null): string {
  // Square brackets in a title would end the link's text.
  const link = `- [${oneLine(title).replace(/[[\]]/g, '\\$&')}](${path})`;
  return text ? `${link}: ${oneLine(text)}` : link;
}
