import english from './en.json' with { type: 'json' };
import type { Words } from './words.ts';

/** In which language a text is written. */
export interface Worded {
  /** BCP 47: "en"; decides between singular and plural. English where it lacks. */
  language?: string;
  /** The texts of that language. English where they lack: `generate` writes English. */
  words?: Words;
}

/**
 * The texts of the interface that go with these formats.
 * @example wordsOf({}).units.notShown // => 'not shown'
 */
export function wordsOf({ words = english }: Worded): Words {
  return words;
}
