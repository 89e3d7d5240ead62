import { plural, type PluralForms } from '#core/language/plural.ts';
import { filled } from '#core/language/words.ts';

/**
 * Lets the ways to sort through the learnings combine: "grade A, and about the Weekend Hiker". Each way alone is a list
 * that the site was built with; a second one is asked for behind its address (`?with=portrait/weekend-hiker`), and the
 * entries of the shortest of these lists that belong to all are shown. Without this script, or from a file, every way
 * leads to its own list.
 */
const nav = document.querySelector<HTMLElement>('.facets');
const links = [...(nav?.querySelectorAll<HTMLAnchorElement>('a[data-value]') ?? [])];
const first = nav?.dataset['chosen'];
/** Where the list of each value stands, before the links are combined. */
const lists = new Map(links.map((link) => [valueOf(link), link.href]));

/** What the script says, in the language of the page. */
interface FacetWords {
  count: PluralForms;
  nothing: string;
  failed: string;
}

if (nav && first && location.protocol !== 'file:') {
  const known = new Set(links.map(valueOf));
  const asked = new URLSearchParams(location.search).getAll('with').filter((one) => known.has(one));
  const chosen = [first, ...asked.filter((one) => facetOf(one) !== facetOf(first))];
  combineLinks(chosen);
  if (chosen.length > 1) void show(nav, chosen);
}

/** Every link adds its value, takes the place of another one of its kind, or takes its own away. */
function combineLinks(chosen: readonly string[]): void {
  for (const link of links) {
    const value = valueOf(link);
    const others = chosen.filter((one) => facetOf(one) !== facetOf(value));
    const isChosen = chosen.includes(value);
    if (isChosen) link.setAttribute('aria-current', 'true');
    if (isChosen) link.closest('details')?.setAttribute('open', '');
    const [base, ...more] = isChosen ? others : [...others, value];
    const address = new URL(
      (base && lists.get(base)) ?? new URL('../../', lists.get(value)),
      location.href,
    );
    for (const one of more) address.searchParams.append('with', one);
    link.href = address.href;
  }
}

/** Puts the learnings that belong to all chosen values in the place of the list. */
async function show(nav: HTMLElement, chosen: readonly string[]): Promise<void> {
  const main = document.querySelector('main');
  const words = JSON.parse(nav.dataset['words'] ?? '{}') as FacetWords;
  const status = nav.parentElement?.querySelector<HTMLElement>('.facets-status');
  if (!main || !status) return;
  main.setAttribute('aria-busy', 'true');
  try {
    const years = await matching(nav, chosen);
    for (const old of main.querySelectorAll('.year, .pager')) old.remove();
    main.append(...years);
    const found = main.querySelectorAll('.teaser').length;
    const title = main.querySelector('h1');
    if (title) title.textContent = chosen.map(nameOf).join(' · ');
    const { lang: language } = document.documentElement;
    status.textContent =
      found === 0
        ? words.nothing
        : filled(plural(words.count, found, { language }), { count: found });
    main.querySelector('.facets-count')?.remove();
    countValues([...main.querySelectorAll<HTMLElement>('.teaser')], chosen);
  } catch {
    status.textContent = words.failed;
  } finally {
    main.removeAttribute('aria-busy');
  }
}

/** The years of the shortest list, with nothing in them but what belongs to all values. */
async function matching(nav: HTMLElement, chosen: readonly string[]): Promise<HTMLElement[]> {
  const shortest = links
    .filter((link) => chosen.includes(valueOf(link)))
    .sort((one, other) => countOf(one) - countOf(other))[0];
  const base = lists.get(shortest ? valueOf(shortest) : '') ?? '';
  const pages = Math.ceil((shortest ? countOf(shortest) : 0) / Number(nav.dataset['size']));
  const fetched = await Promise.all(
    Array.from({ length: pages }, (_, page) =>
      yearsAt(page === 0 ? base : `${base}page/${page + 1}/`),
    ),
  );
  const years: HTMLElement[] = [];
  for (const year of fetched.flat()) {
    for (const teaser of year.querySelectorAll<HTMLElement>('.teaser')) {
      const filed = (teaser.dataset['filed'] ?? '').split(' ');
      if (!chosen.every((one) => filed.includes(one))) teaser.remove();
    }
    const teasers = [...year.querySelectorAll('.teaser')];
    const before = years.at(-1);
    if (before?.getAttribute('aria-label') === year.getAttribute('aria-label')) {
      before?.querySelector('.list')?.append(...teasers);
    } else if (teasers.length > 0) years.push(year);
  }
  return years;
}

/** The years of a page of a list, with addresses that hold on this page. */
async function yearsAt(address: string): Promise<HTMLElement[]> {
  const url = new URL(address, location.href);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname} cannot be read`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const link of page.querySelectorAll<HTMLAnchorElement>('.year a[href]')) {
    link.href = new URL(link.getAttribute('href') ?? '', url).href;
  }
  return [...page.querySelectorAll<HTMLElement>('.year')];
}

/** How many of those that are shown a value would leave; one that would leave none is not offered. */
function countValues(teasers: readonly HTMLElement[], chosen: readonly string[]): void {
  const filed = teasers.flatMap((teaser) => (teaser.dataset['filed'] ?? '').split(' '));
  for (const link of links) {
    // Another value of a chosen kind would take its place, not narrow further.
    if (chosen.some((one) => facetOf(one) === facetOf(valueOf(link)))) continue;
    const count = filed.filter((one) => one === valueOf(link)).length;
    const said = link.parentElement?.querySelector('.facet__count');
    if (said) said.textContent = count.toLocaleString(document.documentElement.dataset['locale']);
    if (link.parentElement) link.parentElement.hidden = count === 0;
  }
}

function valueOf(link: HTMLElement): string {
  return link.dataset['value'] ?? '';
}

/** "grade" of "grade/a". */
function facetOf(value: string): string {
  return value.split('/')[0] ?? '';
}

function nameOf(value: string): string {
  return links.find((link) => valueOf(link) === value)?.textContent.trim() ?? '';
}

function countOf(link: HTMLElement): number {
  return Number(link.dataset['count']);
}
