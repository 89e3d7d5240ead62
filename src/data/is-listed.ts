/** A variable DEV of the environment would pass for Astro's own sign. */
const isDev = process.argv.includes('dev');

/** Whether lists, the home page, screens and the search show an entry; whoever writes sees in `dev` also what nobody has written yet. */
export function isListed({ isUnwritten }: { isUnwritten: boolean }): boolean {
  return isDev || !isUnwritten;
}
