import { startingSentence } from '#core/language/first-letter.ts';
import { Random } from '#sample/random.ts';
import { adjectives, names, nouns, verbs, type Word } from './search-vocabulary.ts';

/** An invented learning: what search is given of one page. */
export interface Learning {
  id: string;
  title: string;
  text: string;
  tags: string[];
  year: number;
  grade: string;
}

/** How a question is written: with the page's own words, with one typo, or with other forms of the words. */
export type QuestionKind = 'exact' | 'mistyped' | 'inflected';

/** A question whose page is known, because no other title holds the same words in any form. */
export interface BenchQuestion {
  kind: QuestionKind;
  ask: string;
  first: string;
}

const WORDS_A_TEXT = 400;
/** How often a text comes back to the words of its title and to those of its second theme. */
const ON_TOPIC = 0.16;
const ASIDE = 0.06;

/** A word drawn with probability ∝ 1 ÷ (rank + 2.7)^s: Zipf's law, as Mandelbrot corrected it. */
function zipf(words: readonly Word[], exponent: number): (random: Random) => Word {
  const sums: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= words.length; rank += 1) {
    sum += (rank + 2.7) ** -exponent;
    sums.push(sum);
  }
  return (random) => {
    const at = random.float() * sum;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? [''];
  };
}

const drawNoun = zipf(nouns, 0.95);
const drawVerb = zipf(verbs, 0.95);
const drawAdjective = zipf(adjectives, 0.95);
const drawName = zipf(names, 0.8);
// Titles tell pages apart: their words are rarer.
const titleNoun = zipf(nouns, 0.45);
const titleVerb = zipf(verbs, 0.45);
const titleAdjective = zipf(adjectives, 0.45);

type Slot = 'noun' | 'nouns' | 'verb' | 'verbs' | 'verbed' | 'verbing' | 'adj' | 'name' | 'number';
const FORM: Partial<Record<Slot, number>> = { nouns: 1, verbs: 1, verbed: 2, verbing: 3 };

const TITLES = [
  '{adj} {nouns} {verb} the {noun} of {name} {nouns}',
  'What {verbing} a {noun} taught us about {adj} {nouns}',
  'A {adj} {noun} {verbs} more than a {noun} for {name}',
  'Fewer {nouns} after {adj} {nouns} were {verbed}',
  '{name} {nouns}: why people {verb} the {adj} {noun}',
  'Nobody {verbs} a {noun} that came with a {adj} {noun}',
];

const SENTENCES = [
  'We {verbed} the {noun} of {number} {nouns} before the {adj} {noun} was {verbed}.',
  'Those who {verb} a {adj} {noun} seldom {verb} the {noun} that goes with it.',
  'The {noun} was {verbed} by a {noun} from {name}, and the {nouns} came back {adj}.',
  'In {number} of {number} cases the {nouns} were {adj}, so the {noun} had to be {verbed} again.',
  'A {noun} is {verbed} when the {adj} {noun} does not {verb}.',
  'People told us that the {nouns} of {name} are {adj} and that {verbing} them takes a {noun}.',
  'After the {noun} the share of {nouns} rose by {number} %, and nobody {verbed} about it.',
  'It is not the {noun} but the {noun} behind it that {verbs} a {adj} {noun}.',
  'Service was asked to {verb} each {noun}, to {verb} the {adj} ones, and to {verb} the rest.',
  'Between the {noun} and the {noun} lies a {adj} {noun} that we had not {verbed}.',
  'What we {verbed} for one season is {verbed} now in every {noun}.',
  'The {adj} {nouns} stay on the {noun} until somebody {verbs} them.',
];

const SLOT = /\{(\w+)\}/g;

/** The same learnings for the same seed, and questions to them whose first page is known. */
export function benchLearnings(
  count: number,
  questionsAKind: number,
  seed = 2026,
): { learnings: Learning[]; questions: BenchQuestion[] } {
  const random = new Random(seed);
  const titles = new Set<string>();
  const pages = Array.from({ length: count }, (_, index) => {
    const page = random.fork(`page ${index}`);
    let topic = writeTitle(page);
    while (titles.has(topic.title)) topic = writeTitle(page);
    titles.add(topic.title);
    const aside = [drawName(page), titleNoun(page), titleVerb(page)];
    const learning: Learning = {
      id: `insights/learning-${String(index).padStart(5, '0')}`,
      title: topic.title,
      text: writeText(page, topic.words, aside),
      tags: topic.words.slice(0, 2).map(([base = '']) => base.toLowerCase()),
      year: page.integer(2019, 2026),
      grade: page.pick(['A', 'B', 'C', 'D']),
    };
    return { learning, words: topic.words, aside };
  });
  return {
    learnings: pages.map(({ learning }) => learning),
    questions: (['exact', 'mistyped', 'inflected'] as const).flatMap((kind) =>
      writeQuestions(pages, kind, questionsAKind, random.fork(kind)),
    ),
  };
}

/** What fills a slot of a title. */
function titleWordFor(slot: Slot): (random: Random) => Word {
  if (slot.startsWith('noun')) return titleNoun;
  if (slot.startsWith('verb')) return titleVerb;
  return slot === 'adj' ? titleAdjective : drawName;
}

function writeTitle(random: Random): { title: string; words: Word[] } {
  const words: Word[] = [];
  const title = random.pick(TITLES).replace(SLOT, (_, slot: Slot) => {
    const word = titleWordFor(slot)(random);
    words.push(word);
    return word[FORM[slot] ?? 0] ?? '';
  });
  return { title: startingSentence(title), words };
}

function writeText(random: Random, topic: readonly Word[], aside: readonly Word[]): string {
  const sentences: string[] = [];
  for (let written = 0; written < WORDS_A_TEXT;) {
    const sentence = random.pick(SENTENCES).replace(SLOT, (_, slot: Slot) => {
      if (slot === 'number') return String(random.integer(2, 999));
      const chance = random.float();
      const own = chance < ON_TOPIC ? topic : chance < ON_TOPIC + ASIDE ? aside : [];
      // A word keeps its part of speech: names stand for names, three and four forms are verbs.
      const fitting = own.filter((word) => kindOf(word) === slot.replace(/(s|ed|ing)$/, ''));
      const word = fitting.length > 0 ? random.pick(fitting) : drawFor(slot, random);
      return word[FORM[slot] ?? 0] ?? '';
    });
    sentences.push(sentence);
    written += sentence.split(' ').length;
  }
  return sentences.join(' ');
}

function drawFor(slot: Slot, random: Random): Word {
  if (slot === 'name') return drawName(random);
  if (slot === 'adj') return drawAdjective(random);
  return slot.startsWith('noun') ? drawNoun(random) : drawVerb(random);
}

function kindOf(word: Word): 'noun' | 'verb' | 'adj' | 'name' {
  if (word.length === 4) return 'verb';
  if (word.length === 1) return 'name';
  return word[1]?.endsWith('ly') ? 'adj' : 'noun';
}

interface Page {
  learning: Learning;
  words: Word[];
  aside: Word[];
}

/** Three words: of the title, or two of the title and one of the page's second theme. */
function writeQuestions(
  pages: readonly Page[],
  kind: QuestionKind,
  count: number,
  random: Random,
): BenchQuestion[] {
  const titlesWith = new Map<string, Set<number>>();
  pages.forEach(({ words }, index) => {
    // A noun and a verb that are written alike count as one.
    for (const [base = ''] of words) {
      const titles = titlesWith.get(base) ?? new Set<number>();
      titlesWith.set(base, titles.add(index));
    }
  });
  const isKnown = (words: readonly Word[]): boolean => {
    const [first = new Set<number>(), ...others] = words.map(([base = '']) => titlesWith.get(base));
    return [...first].filter((page) => others.every((titles) => titles?.has(page))).length === 1;
  };
  const questions: BenchQuestion[] = [];
  while (questions.length < count) {
    const { learning, words, aside } = random.pick(pages);
    const distinct = [...new Map(words.map((word) => [word[0], word])).values()];
    if (distinct.length < 3) continue;
    const ofTitle = random.shuffled(distinct).slice(0, random.chance(0.33) ? 2 : 3);
    if (!isKnown(ofTitle)) continue;
    const inText = wordsIn(learning.text);
    const written = aside.filter((word) => word.some((form) => inText.has(form.toLowerCase())));
    if (ofTitle.length === 2 && written.length === 0) continue;
    const asked = ofTitle.length === 3 ? ofTitle : [...ofTitle, random.pick(written)];
    const ask = askedAs(kind, asked, learning, random);
    if (ask !== null) questions.push({ kind, ask, first: learning.id });
  }
  return questions;
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().split(/[^a-z]+/));
}

/** The words as the page has them, changed as the kind says; null where none of them can be. */
function askedAs(
  kind: QuestionKind,
  words: readonly Word[],
  { title, text }: Learning,
  random: Random,
): string | null {
  const places = [wordsIn(title), wordsIn(text)];
  const asWritten = words.map((word) => {
    const forms = places.map((place) => word.find((form) => place.has(form.toLowerCase())));
    return forms[0] ?? forms[1] ?? '';
  });
  if (kind === 'exact') return asWritten.join(' ').toLowerCase();
  if (kind === 'inflected') {
    const others = words.map((word, at) => {
      const forms = word.filter((form) => form !== asWritten[at]);
      return forms.length > 0 ? random.pick(forms) : (asWritten[at] ?? '');
    });
    return others.join(' ') === asWritten.join(' ') ? null : others.join(' ').toLowerCase();
  }
  const long = asWritten.flatMap((word, at) => (word.length > 4 ? [at] : []));
  if (long.length === 0) return null;
  const at = random.pick(long);
  return asWritten
    .map((word, index) => (index === at ? withTypo(word, random) : word))
    .join(' ')
    .toLowerCase();
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** One letter left out, doubled in place of another, added, or swapped with its neighbour; the first letter stays. */
function withTypo(word: string, random: Random): string {
  for (;;) {
    const at = random.integer(1, word.length - 2);
    const [before, letter, next] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? ''];
    const other = random.code(1, LETTERS);
    const typed = random.pick([
      `${before}${word.slice(at + 1)}`,
      `${before}${other}${word.slice(at)}`,
      `${before}${other}${word.slice(at + 1)}`,
      `${before}${next}${letter}${word.slice(at + 2)}`,
    ]);
    if (typed !== word) return typed;
  }
}
