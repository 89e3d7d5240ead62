/**
 * A text as it begins a sentence or a line – "Deal finders" of "deal finders". Definition: its first letter is a capital
 * one, the rest as it is. Source: own. Nothing stays nothing.
 *
 * @example startingSentence('more than half') // => 'More than half'
 */
export function startingSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * A label as it stands inside a sentence – "order value" of "Order value". Definition: its first letter is a small one,
 * the rest as it is. Source: own. Nothing stays nothing.
 *
 * @example insideSentence('Order value') // => 'order value'
 */
export function insideSentence(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/**
 * A Portrait's name as it stands inside a sentence – names keep their capitals, their article does not. Definition: "The"
 * at the beginning becomes "the". Source: own. A name without an article stays as it is.
 *
 * @example nameInside('The Deal Finder') // => 'the Deal Finder'
 */
export function nameInside(name: string): string {
  return name.replace(/^The /, 'the ');
}
