/** A whole sentence fits; a pasted page would push its results off the screen. */
const LONGEST = 60;

/**
 * Query echo – what was asked, as the line above the results repeats it.
 * Definition: at most sixty characters; what is longer ends after a whole word, with an ellipsis.
 * Empty case: one word that is longer is cut where it is.
 * @example queryEcho('late parcels') // => 'late parcels'
 */
export function queryEcho(query: string): string {
  if (query.length <= LONGEST) return query;
  const start = query.slice(0, LONGEST);
  return `${start.replace(/\s+\S*$/, '')} …`;
}
