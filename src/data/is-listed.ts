/** Whether lists, the home page, screens and the search show an entry; whoever writes sees in `dev` also what nobody has written yet. */
export function isListed({ isUnwritten }: { isUnwritten: boolean }): boolean {
  return import.meta.env.DEV || !isUnwritten;
}
