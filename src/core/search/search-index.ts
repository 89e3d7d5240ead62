import lunr from 'lunr';
import type { SearchDocument } from './search-document.ts';
import { searchWords, stem } from './search-words.ts';

/** How much a word weighs by where it stands. */
const BOOST = { title: 10, keywords: 6, text: 1 } as const;

/** The index keeps every word as written and as stem: typos are compared with the former, forms with the latter. */
function asWrittenAndStem(token: lunr.Token): lunr.Token | lunr.Token[] {
  const word = token.toString();
  const root = stem(word);
  return root === word ? token : [token, token.clone((): string => root)];
}

// Registered where builder and browser both pass: a label unknown on loading would throw.
lunr.Pipeline.registerFunction(asWrittenAndStem as lunr.PipelineFunction, 'asWrittenAndStem');

/** The index of all documents. Words are cut by `searchWords`, so queries need no pipeline of their own. */
export function searchIndex(documents: readonly SearchDocument[]): lunr.Index {
  const builder = new lunr.Builder();
  // The type asks for lunr's own separator, which this tokenizer does not use.
  builder.tokenizer = Object.assign(tokens, { separator: /\s+/ });
  builder.pipeline.add(asWrittenAndStem as lunr.PipelineFunction);
  builder.ref('id');
  builder.field('title', { boost: BOOST.title });
  builder.field('keywords', { boost: BOOST.keywords });
  builder.field('text', { boost: BOOST.text });
  for (const { id, title, text, keywords } of documents) {
    builder.add({ id, title, text, keywords: keywords.join(' ') });
  }
  return builder.build();
}

/** The index as the browser gets it, read back from /search-index.json. */
export function loadSearchIndex(index: object): lunr.Index {
  return lunr.Index.load(index);
}

function tokens(text: unknown): lunr.Token[] {
  return searchWords(typeof text === 'string' ? text : '').map(
    ({ word }) => new lunr.Token(word, {}),
  );
}
