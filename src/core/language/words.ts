import type english from './en.json';

/** Every text of the interface that a language file holds, by the part of the site that shows it. */
export type Words = typeof english;

/** A place in a text that is filled in: "{name}". */
const PLACE = /\{(\w+)\}/g;

/**
 * A text with its places filled in – "Basket 3" of "Basket {number}". Definition: each {name} becomes the value of that
 * name. Source: own. A place without a value stays as it is, so that it is seen.
 *
 * @example filled('Basket {number}', { number: 3 }) // => 'Basket 3'
 */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(PLACE, (place, name: string) => String(values[name] ?? place));
}

/**
 * A text in the parts between its places – for places that hold more than letters, a number with its passport.
 * Definition: texts and names of places in turn, beginning and ending with a text. Source: own. No place: the text.
 *
 * @example partsOf('Gifts: {gifts}.') // => ['Gifts: ', 'gifts', '.']
 */
export function partsOf(text: string): string[] {
  return text.split(PLACE);
}

/** The forms that a text with a number may have; which of them a language uses is its own affair. Source: CLDR. */
const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];

/**
 * What is wrong with a language file – so that no page is half in another language. Definition: against the English
 * file, each text that lacks, that is not known, that is empty or no text, or whose {places} differ. Where English has
 * "one" and "other", only "other" must be there, and the rest may leave a place out: "one list". Source: own. A file
 * that holds exactly the same keys: empty.
 *
 * @example wordIssues({ page: { skip: 'Weiter' } }, { page: { skip: 'Skip to {place}' } }) // => ['page.skip: found no {place}; expected {place}']
 */
export function wordIssues(found: unknown, english: unknown): string[] {
  const own = textsOf(found);
  const expected = textsOf(english);
  const counted = new Set(
    [...expected.keys()].filter((key) => key.endsWith('.one')).map((key) => key.slice(0, -4)),
  );
  /** "counts.orders" of "counts.orders.few". */
  const countedOf = (key: string): string | undefined => {
    const [form = '', ...path] = key.split('.').reverse();
    const text = path.reverse().join('.');
    return counted.has(text) && FORMS.includes(form) ? text : undefined;
  };
  for (const key of own.keys()) {
    const text = countedOf(key);
    // Held against the form that every language has.
    if (text !== undefined) expected.set(key, expected.get(`${text}.other`));
  }
  return [
    ...[...expected].flatMap(([key, text]) => {
      const said = own.get(key);
      const isForm = countedOf(key) !== undefined && !key.endsWith('.other');
      if (isForm && !own.has(key)) return [];
      if (typeof said !== 'string' || said.trim() === '') {
        return [`${key}: found no text; expected one for "${String(text)}"`];
      }
      const places = placesOf(said);
      const lacking = placesOf(String(text)).filter((place) => !places.includes(place));
      const unknown = places.filter((place) => !placesOf(String(text)).includes(place));
      return [
        ...(isForm ? [] : lacking).map((place) => `${key}: found no ${place}; expected ${place}`),
        ...unknown.map((place) => `${key}: found ${place}; expected no such place`),
      ];
    }),
    ...[...own.keys()]
      .filter((key) => !expected.has(key))
      .map((key) => `${key}: found a text that no page shows; expected one of the English keys`),
  ];
}

/** All texts of a language file by their path: "home.title". */
function textsOf(found: unknown, path: readonly string[] = []): Map<string, unknown> {
  if (typeof found !== 'object' || found === null || Array.isArray(found)) {
    return new Map(path.length > 0 ? [[path.join('.'), found]] : []);
  }
  return new Map(
    Object.entries(found).flatMap(([key, inner]) => [...textsOf(inner, [...path, key])]),
  );
}

function placesOf(text: string): string[] {
  return [...new Set(text.match(PLACE) ?? [])];
}
