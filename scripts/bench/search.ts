import { brotliCompressSync, constants } from 'node:zlib';
import lunr from 'lunr';
import { searchNames } from '#components/search-names.ts';
import { SearchEngine } from '#core/search/search-engine.ts';
import type { SearchDocument } from '#core/search/search-document.ts';
import { buildSearchIndex } from '#render/build-search-index.ts';
import { bundleScript } from '#render/bundle-script.ts';
import { answersOnPhone } from './search-on-phone.ts';
import {
  benchLearnings,
  type BenchQuestion,
  type Learning,
  type QuestionKind,
} from './search-learnings.ts';

/** What one way of searching costs and finds, on invented learnings of 400 words each. */
export interface SearchCost {
  learnings: number;
  way: 'one plain lunr index' | 'in shards';
  /** Everything there is to load, compressed; scripts are not in it. */
  wholeKilobytes: number;
  /** What the first query of a visit moves, scripts included: the median of the questions, and the most. */
  firstQueryKilobytes: { median: number; most: number };
  /** From the bytes to an index that can be asked: the whole of it, or what the median question needs. */
  loadMilliseconds: number;
  /** Answering when everything is loaded, on this machine. */
  answerMilliseconds: { median: number; most: number };
  /** The same in a browser, on a processor four times slower; null where it was not measured. */
  phoneMilliseconds: { median: number; most: number } | null;
  /** Share of the questions whose page comes first. */
  first: Record<QuestionKind, number>;
}

/** Of each kind. */
const QUESTIONS = 400;
/** Every so many of them is also timed, and asked on a slow processor. */
const TIMED = 12;
/** Level 9 of brotli: more takes minutes on the plain index and saves some percent. */
const kilobytes = (text: string): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length / 1000;

/** Both ways on the same learnings and questions. */
export async function benchSearch(sizes: readonly number[]): Promise<SearchCost[]> {
  const costs: SearchCost[] = [];
  for (const learnings of sizes) {
    const invented = benchLearnings(learnings, QUESTIONS);
    costs.push(await plainCost(invented.learnings, invented.questions));
    costs.push(await shardsCost(invented.learnings, invented.questions));
  }
  return costs;
}

/** lunr as its guide shows it: title and text, its own stemmer and stop words, one typo allowed in each word. */
async function plainCost(
  learnings: readonly Learning[],
  questions: readonly BenchQuestion[],
): Promise<SearchCost> {
  const built = lunr(function () {
    this.ref('id');
    this.field('title', { boost: 10 });
    this.field('text');
    for (const learning of learnings) this.add(learning);
  });
  const text = JSON.stringify(built);
  const whole = kilobytes(text);
  const start = performance.now();
  const index = lunr.Index.load(JSON.parse(text) as object);
  const loadMilliseconds = performance.now() - start;
  const search = (ask: string): string | undefined =>
    index.query((query) => {
      for (const word of lunr.tokenizer(ask)) {
        query.term(word, { boost: 10 });
        query.term(word, { boost: 1, editDistance: 1, usePipeline: false });
      }
    })[0]?.ref;
  const found = questions.map(({ ask }) => search(ask));
  const times: number[] = [];
  for (const ask of timedOf(questions)) {
    times.push(await shortest(() => Promise.resolve(search(ask))));
  }
  return {
    learnings: learnings.length,
    way: 'one plain lunr index',
    wholeKilobytes: whole,
    firstQueryKilobytes: { median: whole, most: whole },
    loadMilliseconds,
    answerMilliseconds: spread(times),
    phoneMilliseconds: null,
    first: shares(questions, found),
  };
}

async function shardsCost(
  learnings: readonly Learning[],
  questions: readonly BenchQuestion[],
): Promise<SearchCost> {
  const files = buildSearchIndex(learnings.map(documentOf), NAMES);
  const sizes = new Map([...files].map(([path, text]) => [path, kilobytes(text)]));
  const scripts = await Promise.all(['search', 'search-worker'].map(bundleScript));
  const script = scripts.reduce((sum, text) => sum + kilobytes(text), 0);
  const moved: number[] = [];
  const loading: number[] = [];
  const answering: number[] = [];
  const found: (string | undefined)[] = [];
  const timed = timedOf(questions);
  for (const { ask } of questions) {
    let bytes = script;
    const engine = new SearchEngine((path) => {
      bytes += sizes.get(path) ?? 0;
      return Promise.resolve(JSON.parse(files.get(path) ?? 'null'));
    });
    const start = performance.now();
    const answer = await engine.search({ query: ask, limit: 10 });
    const first = performance.now() - start;
    if (timed.includes(ask)) {
      answering.push(await shortest(() => engine.search({ query: ask, limit: 10 })));
      loading.push(first - (answering.at(-1) ?? 0));
    }
    moved.push(bytes);
    found.push(answer.groups[0]?.hits[0]?.id);
  }
  return {
    learnings: learnings.length,
    way: 'in shards',
    wholeKilobytes: [...sizes.values()].reduce((sum, size) => sum + size, 0),
    firstQueryKilobytes: spread(moved),
    loadMilliseconds: spread(loading).median,
    answerMilliseconds: spread(answering),
    phoneMilliseconds: spread(await answersOnPhone(files, timed)),
    first: shares(questions, found),
  };
}

function timedOf(questions: readonly BenchQuestion[]): string[] {
  return questions.filter((_, at) => at % TIMED === 0).map(({ ask }) => ask);
}

/** The shortest of some runs: what else the machine did only ever adds. */
async function shortest(work: () => Promise<unknown>): Promise<number> {
  let least = Infinity;
  for (let run = 0; run < 5; run += 1) {
    const start = performance.now();
    await work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

export function formatSearch(costs: readonly SearchCost[]): string {
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  const rows = costs.map((cost) =>
    [
      cost.learnings.toLocaleString('en-US'),
      cost.way,
      `${Math.round(cost.wholeKilobytes).toLocaleString('en-US')} KB`,
      `${Math.round(cost.firstQueryKilobytes.median)} KB`,
      `${Math.round(cost.firstQueryKilobytes.most)} KB`,
      `${cost.loadMilliseconds.toFixed(1)} ms`,
      `${cost.answerMilliseconds.median.toFixed(1)} ms`,
      cost.phoneMilliseconds ? `${cost.phoneMilliseconds.median.toFixed(0)} ms` : '',
      percent(cost.first.exact),
      percent(cost.first.mistyped),
      percent(cost.first.inflected),
    ].join(' | '),
  );
  return [
    '| learnings | index | all of it | first query, median | at most | loading | answering | on a slow phone | exact first | mistyped first | inflected first |',
    '| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

const NAMES = searchNames({ personas: [], kpis: [], formats: {} });

function documentOf({ id, title, text, tags, year, grade }: Learning): SearchDocument {
  return {
    id,
    url: `${id}/`,
    kind: 'insight',
    title,
    text,
    keywords: tags,
    facets: { grade, year: String(year) },
  };
}

function shares(
  questions: readonly BenchQuestion[],
  found: readonly (string | undefined)[],
): Record<QuestionKind, number> {
  const share = (kind: QuestionKind): number => {
    const asked = questions.flatMap((question, at) =>
      question.kind === kind ? [question.first === found[at]] : [],
    );
    return asked.filter((isFirst) => isFirst).length / asked.length;
  };
  return { exact: share('exact'), mistyped: share('mistyped'), inflected: share('inflected') };
}

function spread(values: readonly number[]): { median: number; most: number } {
  const sorted = [...values].sort((one, other) => one - other);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, most: sorted.at(-1) ?? 0 };
}
