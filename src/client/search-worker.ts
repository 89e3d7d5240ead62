import { SearchEngine, type SearchAnswer, type SearchRequest } from '#core/search/search-engine.ts';

/** What the page asks a worker; answers carry the number of their question. */
export interface SearchQuestion extends SearchRequest {
  number: number;
  /** Address of the site's root. */
  root: string;
}

export type SearchReply =
  { number: number; answer: SearchAnswer } | { number: number; error: string };

/** Searches apart from the page, so that typing never waits; where no worker runs, the page loads this file itself. */
let engine: SearchEngine | undefined;

async function reply({ number, root, ...request }: SearchQuestion): Promise<SearchReply> {
  engine ??= new SearchEngine(async (path, version) => {
    const url = new URL(path, root);
    if (version) url.searchParams.set('v', version);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`Cannot load ${path}: status ${response.status}`);
    return (await response.json()) as unknown;
  });
  try {
    return { number, answer: await engine.search(request) };
  } catch (error) {
    return { number, error: error instanceof Error ? error.message : String(error) };
  }
}

if ('document' in globalThis) {
  Object.assign(globalThis, { portalSearch: reply });
} else {
  addEventListener('message', (event: MessageEvent<SearchQuestion>) => {
    void reply(event.data).then((answer) => postMessage(answer));
  });
  postMessage('ready');
}
