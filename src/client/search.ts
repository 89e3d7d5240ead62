import { plural, type PluralForms } from '#core/language/plural.ts';
import { filled } from '#core/language/words.ts';
import { queryEcho } from '#core/search/query-echo.ts';
import type { SearchAnswer, SearchGroup } from '#core/search/search-engine.ts';
import type { SearchHit, TextRange } from '#core/search/search-document.ts';
import type { FacetName } from '#core/search/search-files.ts';
import { askSearch } from './ask-search.ts';
import { element } from './element.ts';
import { isSlashOn, setSlash } from './slash-key.ts';

/** The search page: nothing is loaded before the first letter, and every result is built as text. */
const form = document.querySelector<HTMLFormElement>('.search__form');
const input = document.querySelector<HTMLInputElement>('.search__input');
const narrow = document.querySelector<HTMLDetailsElement>('.search__narrow');
const facets = document.querySelector<HTMLElement>('.search__facets');
const results = document.querySelector<HTMLElement>('.search__results');
const status = document.querySelector<HTMLElement>('.search__status');
/** What there is to find, until something is asked. */
const contents = document.querySelector<HTMLElement>('.contents');

const { lang: language } = document.documentElement;

/** How many of each kind are shown side by side, and of one kind alone. */
const SIDE_BY_SIDE = 4;
const ALONE = 20;

/** What the script says, in the language of the page. */
interface SearchWords {
  facets: Record<FacetName, string>;
  nothing: string;
  results: PluralForms;
  more: string;
  fromFile: string;
  failed: string;
}
const words = JSON.parse(form?.dataset['words'] ?? '{}') as SearchWords;
const FACETS = Object.keys(words.facets) as FacetName[];

if (form && input && narrow && facets && results && status) {
  const indexUrl = new URL(form.dataset['index'] ?? '', location.href);
  const root = new URL('.', indexUrl);
  const ask = askSearch(root);
  form.hidden = false;
  document.querySelector('.search__plain')?.remove();
  offerKeys();
  // Beside the results there is room for it; above them it waits to be opened.
  narrow.open = matchMedia('(min-width: 62em)').matches;
  let limit = ALONE;

  /** The address says what is asked, so that it can be linked; typing adds nothing to the way back. */
  const remember = (): void => {
    const here = new URL(location.href);
    here.search = '';
    if (input.value.trim()) here.searchParams.set('q', input.value.trim());
    for (const { name, value } of facets.querySelectorAll<HTMLInputElement>('input:checked')) {
      here.searchParams.append(name, value);
    }
    history.replaceState(null, '', here);
  };

  const search = async (): Promise<void> => {
    const asked = new URLSearchParams(location.search);
    const query = asked.get('q') ?? '';
    if (contents) contents.hidden = query !== '';
    if (!query) {
      results.replaceChildren();
      narrow.hidden = true;
      status.textContent = '';
      return;
    }
    const filter = Object.fromEntries(FACETS.map((facet) => [facet, asked.getAll(facet)]));
    const isAlone = (filter['kind'] ?? []).length === 1;
    const reply = await ask({ query, filter, limit: isAlone ? limit : SIDE_BY_SIDE });
    // Somebody who types on does not want the older answer.
    if (reply === null) return;
    if ('error' in reply) {
      status.textContent = location.protocol === 'file:' ? words.fromFile : words.failed;
      return;
    }
    show(reply.answer, query, filter);
  };

  const show = (
    answer: SearchAnswer,
    query: string,
    filter: Readonly<Record<string, readonly string[]>>,
  ): void => {
    results.replaceChildren(...answer.groups.map((group) => groupSection(group, answer, root)));
    showFacets(facets, answer, filter);
    narrow.hidden = facets.childElementCount === 0;
    status.textContent =
      answer.total === 0
        ? filled(words.nothing, { query: queryEcho(query) })
        : filled(plural(words.results, answer.total, { language }), {
            count: answer.total,
            query: queryEcho(query),
          });
  };

  const start = (): void => {
    limit = ALONE;
    remember();
    void search();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    start();
  });
  input.addEventListener('input', start);
  facets.addEventListener('change', start);
  results.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    const kind = button?.dataset['kind'];
    if (!button || kind === undefined) return;
    const box = facets.querySelector<HTMLInputElement>(`input[name=kind][value="${kind}"]`);
    const isAlone = box?.checked === true;
    start();
    if (isAlone) limit = results.querySelectorAll('.search__result').length + ALONE;
    else if (box) box.checked = true;
    remember();
    void search().then(() => results.querySelector<HTMLElement>('a')?.focus());
  });
  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const links = [...results.querySelectorAll<HTMLAnchorElement>('.search__title a')];
    const stops = [input, ...links];
    const at = stops.indexOf(document.activeElement as HTMLInputElement);
    if (at < 0) return;
    let next: HTMLElement | undefined;
    if (event.key === 'ArrowDown') next = stops[at + 1];
    else if (event.key === 'ArrowUp') next = stops[at - 1];
    else if (event.key === 'Escape' && at > 0) next = input;
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  const asked = new URLSearchParams(location.search);
  if (asked.get('q')) {
    input.value = asked.get('q') ?? '';
    void search();
  }
  // Who comes by a link with a question wants to read; everybody else wants to type.
  else input.focus();
}

/** A key of one character can be in the way of somebody who speaks to the computer: it can be switched off. */
function offerKeys(): void {
  const words = document.querySelector<HTMLElement>('.search__keys');
  const box = document.querySelector<HTMLInputElement>('.search__slash');
  if (!words || !box) return;
  words.hidden = false;
  box.checked = isSlashOn();
  box.addEventListener('change', () => setSlash(box.checked));
}

function showFacets(
  facets: HTMLElement,
  answer: SearchAnswer,
  filter: Readonly<Record<string, readonly string[]>>,
): void {
  const focused = document.activeElement?.id;
  facets.replaceChildren(
    ...FACETS.flatMap((facet) => {
      const values = answer.facets[facet];
      const chosen = filter[facet] ?? [];
      // One value alone narrows nothing.
      if (values.length < 2 && chosen.length === 0) return [];
      return element('fieldset', 'search__facet', [
        element('legend', '', [words.facets[facet]]),
        ...values.map(({ id, name, count }) => {
          const box = element('input', '', []);
          box.type = 'checkbox';
          box.name = facet;
          box.value = id;
          box.id = `${facet}-${id}`;
          box.checked = chosen.includes(id);
          return element('label', '', [
            box,
            element('span', '', [`${name} `, element('span', 'search__count', [String(count)])]),
          ]);
        }),
      ]);
    }),
  );
  if (focused) facets.querySelector<HTMLElement>(`#${CSS.escape(focused)}`)?.focus();
}

function groupSection(group: SearchGroup, answer: SearchAnswer, root: URL): HTMLElement {
  const name = answer.facets.kind.find(({ id }) => id === group.kind)?.name ?? '';
  const left = group.total - group.hits.length;
  const more = element('button', 'search__more', [filled(words.more, { count: left, kind: name })]);
  more.type = 'button';
  more.dataset['kind'] = group.kind;
  return element('section', `search__group search__group--${group.kind}`, [
    element('h2', 'search__kind', [name]),
    element(
      'ol',
      '',
      group.hits.map((hit) => resultItem(hit, root)),
    ),
    ...(left > 0 ? [more] : []),
  ]);
}

function resultItem(hit: SearchHit, root: URL): HTMLElement {
  const link = element('a', '', marked(hit.title, hit.titleMarks));
  link.href = new URL(hit.url, root).href;
  return element('li', 'search__result', [
    element('h3', 'search__title', [link]),
    element('p', 'search__snippet', marked(hit.snippet, hit.snippetMarks)),
  ]);
}

/** The text as nodes, its matches inside mark elements. */
function marked(text: string, ranges: readonly TextRange[]): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    parts.push(text.slice(at, start), element('mark', '', [text.slice(start, end)]));
    at = end;
  }
  return [...parts, text.slice(at)];
}
