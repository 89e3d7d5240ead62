import type { APIRoute } from 'astro';
import { isHint } from '#components/certainty-of.ts';
import { formatFact } from '#core/format/format-fact.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { Portal } from '#data/portal.ts';

/** The site in plain text, for readers that are programs: what there is, where, and the figures in front. */
export const GET: APIRoute = ({ locals: { portal } }) =>
  new Response(overview(portal), { headers: { 'content-type': 'text/plain; charset=utf-8' } });

function overview(portal: Portal): string {
  const { config, personas, insights, kpis, asOf } = portal;
  const fact = ({ label }: Fact, text: string): string => `${label}: ${text}`;
  return [
    `# ${oneLine(config.company.name)}`,
    '',
    `> Customers, learnings and KPIs${asOf ? `, as of ${asOf}` : ''}. Every number with its formula and source: /facts.json`,
    '',
    '## Portraits',
    '',
    ...personas.map((persona) =>
      entry(
        `/personas/${persona.id}/`,
        isHint(portal.segmentation, persona) ? `${persona.name} (a hint)` : persona.name,
        persona.essence,
      ),
    ),
    '',
    '## Learnings',
    '',
    ...insights.map(({ id, title, summary }) => entry(`/insights/${id}/`, title, summary)),
    '',
    '## KPIs',
    '',
    ...kpis.map(({ id, title, meaning, current }) =>
      entry(
        `/kpis/${id}/`,
        title,
        `${fact(current, formatFact(current, portal.formats))}. ${meaning}`,
      ),
    ),
    '',
    '## More',
    '',
    entry('/audiences/', 'Audiences', 'Whom to write to or call, and what to say to them'),
    entry('/method/', 'Method', 'What was read, what was left out, and how Portraits were found'),
    '',
  ].join('\n');
}

function entry(path: string, title: string, text: string | null): string {
  // Square brackets in a title would end the link's text.
  const link = `- [${oneLine(title).replace(/[[\]]/g, '\\$&')}](${path})`;
  return text ? `${link}: ${oneLine(text)}` : link;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
