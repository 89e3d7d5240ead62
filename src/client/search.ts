import type lunr from 'lunr';
import type {
  SearchDocument,
  SearchHit,
  SearchIndexFile,
  TextRange,
} from '#core/search/search-document.ts';
import { searchDocuments } from '#core/search/search-documents.ts';
import { loadSearchIndex } from '#core/search/search-index.ts';

/** The search page: the index is fetched with the first letter, and every result is built as text. */
const form = document.querySelector<HTMLFormElement>('.search__form');
const input = document.querySelector<HTMLInputElement>('.search__input');
const results = document.querySelector<HTMLElement>('.search__results');
const status = document.querySelector<HTMLElement>('.search__status');

const KIND_WORDS: Record<SearchDocument['kind'], string> = {
  persona: 'Portrait',
  insight: 'Learning',
  kpi: 'KPI',
  page: 'Page',
};

interface LoadedIndex {
  index: lunr.Index;
  documents: SearchDocument[];
}

if (form && input && results && status) {
  const indexUrl = new URL(form.dataset['index'] ?? '', location.href);
  const root = new URL('.', indexUrl);
  form.hidden = false;
  document.querySelector('.search__plain')?.remove();
  let loading: Promise<LoadedIndex> | undefined;

  const search = async (): Promise<void> => {
    const query = input.value.trim();
    const here = new URL(location.href);
    if (query) here.searchParams.set('q', query);
    else here.searchParams.delete('q');
    history.replaceState(null, '', here);
    if (!query) {
      results.replaceChildren();
      status.textContent = '';
      return;
    }
    try {
      loading ??= loadIndex(indexUrl);
      const { index, documents } = await loading;
      // Somebody who types on does not want the older answer.
      if (query !== input.value.trim()) return;
      const hits = searchDocuments(index, documents, query);
      results.replaceChildren(...hits.map((hit) => resultItem(hit, root)));
      status.textContent =
        hits.length === 0
          ? `Nothing found for “${query}”. Try a shorter word.`
          : `${hits.length} ${hits.length === 1 ? 'page' : 'pages'} for “${query}”`;
    } catch {
      // The next letter tries again.
      loading = undefined;
      status.textContent = 'The search index could not be loaded. Try again in a moment.';
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void search();
  });
  input.addEventListener('input', () => void search());

  const asked = new URLSearchParams(location.search).get('q');
  if (asked) {
    input.value = asked;
    void search();
  }
}

async function loadIndex(url: URL): Promise<LoadedIndex> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`Cannot load the search index: status ${response.status}`);
  const { index, documents } = (await response.json()) as SearchIndexFile;
  return { index: loadSearchIndex(index), documents };
}

function resultItem(hit: SearchHit, root: URL): HTMLElement {
  const link = element('a', '', marked(hit.title, hit.titleMarks));
  link.href = new URL(hit.url, root).href;
  return element('li', 'search__result', [
    element('p', 'search__kind', [KIND_WORDS[hit.kind]]),
    element('h2', 'search__title', [link]),
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

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  children: (Node | string)[],
): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name);
  if (className) created.className = className;
  created.append(...children);
  return created;
}
