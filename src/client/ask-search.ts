import type { SearchRequest } from '#core/search/search-engine.ts';
import type { SearchQuestion, SearchReply } from './search-worker.ts';

/** The answer to a question; null where a newer one was asked meanwhile. */
export type AskSearch = (request: SearchRequest) => Promise<SearchReply | null>;

type Reply = (question: SearchQuestion) => Promise<SearchReply>;

/** Asks in a worker, started with the first question; where none runs, on the page itself. */
export function askSearch(root: URL): AskSearch {
  const script = new URL('scripts/search-worker.js', root);
  let reply: Promise<Reply> | undefined;
  let last = 0;
  return async (request) => {
    const question = { number: (last += 1), root: root.href, ...request };
    try {
      reply ??= replyOfWorker(script).catch(() => replyOfPage(script));
      const answer = await (await reply)(question);
      return answer.number === last ? answer : null;
    } catch (error) {
      reply = undefined;
      return question.number === last ? { number: last, error: String(error) } : null;
    }
  };
}

/** Fails where the browser has no workers, or may not start one. */
function replyOfWorker(script: URL): Promise<Reply> {
  return new Promise((started, failed) => {
    const worker = new Worker(script);
    const waiting = new Map<number, (reply: SearchReply) => void>();
    worker.addEventListener('error', () => failed(new Error('The worker did not start')));
    worker.addEventListener('message', ({ data }: MessageEvent<SearchReply | 'ready'>) => {
      if (data === 'ready') {
        started(
          (question) =>
            new Promise((answered) => {
              waiting.set(question.number, answered);
              worker.postMessage(question);
            }),
        );
      } else {
        waiting.get(data.number)?.(data);
        waiting.delete(data.number);
      }
    });
  });
}

function replyOfPage(script: URL): Promise<Reply> {
  return new Promise((loaded, failed) => {
    const tag = document.createElement('script');
    tag.src = script.href;
    tag.addEventListener('load', () =>
      loaded((globalThis as unknown as { portalSearch: Reply }).portalSearch),
    );
    tag.addEventListener('error', () => failed(new Error('The search could not be loaded')));
    document.head.append(tag);
  });
}
