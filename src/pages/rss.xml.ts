import { siteAddress } from '#core/format/site-address.ts';
import { filled } from '#core/language/words.ts';
import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';

/** Where the site stands when the configuration does not say: feeds need whole addresses. */
const LOCAL_SITE = 'http://localhost:4321';

/** Whoever reads a feed has read what is older. */
const MOST_NEWS = 50;

/** New learnings; drafts are not news yet. */
export const GET: APIRoute = ({ locals: { portal, words } }) => {
  const { company } = portal.config;
  const site = company.url ?? LOCAL_SITE;
  return rss({
    title: filled(words.feed.title, { company: company.name }),
    description: words.learnings.description,
    site,
    items: portal.insights
      .filter(({ story }) => story?.status === 'published')
      .slice(0, MOST_NEWS)
      .map(({ id, title, summary, date }) => ({
        title,
        link: siteAddress(`/insights/${id}/`, site).href,
        ...(summary ? { description: summary } : {}),
        ...(date ? { pubDate: new Date(`${date}T00:00:00Z`) } : {}),
      })),
  });
};
