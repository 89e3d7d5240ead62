import { pagerNumbers } from '#core/format/pager-numbers.ts';
import { plural, type PluralForms } from '#core/language/plural.ts';
import { filled } from '#core/language/words.ts';
import { element } from './element.ts';

/**
 * Lets the ways to sort through the learnings combine: "grade A, and about the Weekend Hiker". Each way alone is a list
 * that the site was built with; a second one is asked for behind its address (`?with=portrait/weekend-hiker`), and the
 * entries of the shortest of these lists that belong to all are shown, page by page (`&page=2`). The number beside each
 * value is what choosing it would show. Without this script, or from a file, every way leads to its own list.
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
  place: string;
  pager: string;
  page: string;
  newer: string;
  older: string;
}

/** The file that says under what each learning is filed, in the order of the lists. */
interface FiledLearnings {
  values: string[];
  /** For each learning the numbers of its values. */
  learnings: number[][];
}

if (nav && first && location.protocol !== 'file:') {
  const known = new Set(links.map(valueOf));
  const asked = new URLSearchParams(location.search);
  const more = asked.getAll('with').filter((one) => known.has(one));
  const chosen = [first, ...more.filter((one) => facetOf(one) !== facetOf(first))];
  combineLinks(chosen);
  void show(nav, chosen, Number(asked.get('page')) || 1);
}

/** Every link adds its value, takes the place of another one of its kind, or takes its own away. */
function combineLinks(chosen: readonly string[]): void {
  for (const link of links) {
    const value = valueOf(link);
    const others = chosen.filter((one) => facetOf(one) !== facetOf(value));
    const isChosen = chosen.includes(value);
    if (isChosen) link.setAttribute('aria-current', 'true');
    if (isChosen) link.closest('details')?.setAttribute('open', '');
    link.href = addressOf(isChosen ? others : [...others, value]);
  }
}

/** Where the learnings that belong to all of these values are listed. */
function addressOf([base, ...more]: readonly string[], page = 1): string {
  const address = new URL((base && lists.get(base)) ?? listOfAll(), location.href);
  for (const one of more) address.searchParams.append('with', one);
  if (page > 1) address.searchParams.set('page', String(page));
  return address.href;
}

function listOfAll(): string {
  return new URL('../../', [...lists.values()][0]).href;
}

/** Counts what every value would leave and, where several are chosen, puts what belongs to all in the list's place. */
async function show(nav: HTMLElement, chosen: readonly string[], asked: number): Promise<void> {
  const main = document.querySelector('main');
  const words = JSON.parse(nav.dataset['words'] ?? '{}') as FacetWords;
  const status = nav.parentElement?.querySelector<HTMLElement>('.facets-status');
  if (!main || !status) return;
  const isCombined = chosen.length > 1;
  if (isCombined) main.setAttribute('aria-busy', 'true');
  try {
    const filed = await learningsFiled();
    countValues(filed, chosen);
    if (!isCombined) return;
    const size = Number(nav.dataset['size']);
    const found = placesOf(filed, chosen);
    const pages = Math.max(1, Math.ceil(found.length / size));
    const page = Math.min(Math.max(1, asked), pages);
    const years = await sectionsOf(filed, {
      base: shortest(chosen),
      places: found.slice((page - 1) * size, page * size),
      size,
    });
    for (const old of main.querySelectorAll('.year, .pager')) old.remove();
    main.append(...years, ...(pages > 1 ? [pager(chosen, page, pages, words)] : []));
    const title = main.querySelector('h1');
    if (title) title.textContent = chosen.map(nameOf).join(' · ');
    const { lang: language } = document.documentElement;
    const count = filled(plural(words.count, found.length, { language }), { count: found.length });
    status.textContent =
      found.length === 0
        ? words.nothing
        : `${count}${pages > 1 ? filled(words.place, { number: page, pages }) : ''}`;
    main.querySelector('.facets-count')?.remove();
  } catch {
    status.textContent = words.failed;
  } finally {
    main.removeAttribute('aria-busy');
  }
}

async function learningsFiled(): Promise<string[][]> {
  const response = await fetch(new URL('filed.json', listOfAll()));
  if (!response.ok) throw new Error(`The learnings cannot be counted: status ${response.status}`);
  const { values, learnings } = (await response.json()) as FiledLearnings;
  return learnings.map((numbers) => numbers.map((number) => values[number] ?? ''));
}

/** The places, among all learnings, of those that belong to all values. */
function placesOf(filed: readonly string[][], chosen: readonly string[]): number[] {
  return filed.flatMap((values, place) =>
    chosen.every((one) => values.includes(one)) ? [place] : [],
  );
}

function shortest(chosen: readonly string[]): string {
  const [link] = links
    .filter((link) => chosen.includes(valueOf(link)))
    .sort((one, other) => countOf(one) - countOf(other));
  return link ? valueOf(link) : '';
}

/**
 * The learnings at these places under the headings of their list, out of those of its pages that hold them.
 */
async function sectionsOf(
  filed: readonly string[][],
  { base, places, size }: { base: string; places: readonly number[]; size: number },
): Promise<HTMLElement[]> {
  const inBase = placesOf(filed, [base]);
  const wanted = new Set(places.map((place) => inBase.indexOf(place)));
  const numbers = [...new Set([...wanted].map((place) => Math.floor(place / size)))];
  const address = lists.get(base) ?? '';
  const fetched = await Promise.all(
    numbers.map((number) =>
      sectionsAt(number === 0 ? address : `${address}page/${number + 1}/`, (place) =>
        wanted.has(number * size + place),
      ),
    ),
  );
  const sections: HTMLElement[] = [];
  for (const section of fetched.flat()) {
    const before = sections.at(-1);
    if (before?.getAttribute('aria-label') === section.getAttribute('aria-label')) {
      before?.querySelector('.list')?.append(...section.querySelectorAll('.teaser'));
    } else sections.push(section);
  }
  return sections;
}

/** The sections of a page of a list with the wanted learnings of it, and addresses that hold on this page. */
async function sectionsAt(
  address: string,
  isWanted: (place: number) => boolean,
): Promise<HTMLElement[]> {
  const url = new URL(address, location.href);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname} cannot be read`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const link of page.querySelectorAll<HTMLAnchorElement>('.year a[href]')) {
    link.href = new URL(link.getAttribute('href') ?? '', url).href;
  }
  page.querySelectorAll('.year .teaser').forEach((teaser, place) => {
    if (!isWanted(place)) teaser.remove();
  });
  return [...page.querySelectorAll<HTMLElement>('.year')].filter((year) =>
    year.querySelector('.teaser'),
  );
}

/** Links to the other pages, as the pages of a list have them. */
function pager(
  chosen: readonly string[],
  page: number,
  pages: number,
  words: FacetWords,
): HTMLElement {
  const link = (number: number, text: string, className: string): HTMLAnchorElement => {
    const made = element('a', className, [text]);
    made.href = addressOf(chosen, number);
    return made;
  };
  const numbers = pagerNumbers(page, pages).map((number) => {
    if (number === null) {
      const gap = element('span', '', ['…']);
      gap.setAttribute('aria-hidden', 'true');
      return element('li', '', [gap]);
    }
    const made = link(number, String(number), '');
    made.setAttribute('aria-label', filled(words.page, { number }));
    if (number === page) made.setAttribute('aria-current', 'page');
    return element('li', '', [made]);
  });
  const made = element('nav', 'pager', [
    ...(page > 1 ? [link(page - 1, words.newer, 'pager__step')] : []),
    element('ol', '', numbers),
    ...(page < pages ? [link(page + 1, words.older, 'pager__step')] : []),
  ]);
  made.setAttribute('aria-label', words.pager);
  return made;
}

/** How many learnings each value would show beside the choices of the other kinds; one that would show none is hidden. */
function countValues(filed: readonly string[][], chosen: readonly string[]): void {
  for (const link of links) {
    const value = valueOf(link);
    const others = chosen.filter((one) => facetOf(one) !== facetOf(value));
    const count = placesOf(filed, [...others, value]).length;
    const said = link.parentElement?.querySelector('.facet__count');
    if (said) said.textContent = count.toLocaleString(document.documentElement.dataset['locale']);
    if (link.parentElement) link.parentElement.hidden = count === 0 && !chosen.includes(value);
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
