/**
 * Links to pages name the file, where the site is read from a disk: a browser shows there what is in a folder, and not
 * the page that a server would give for it.
 */
export function nameFiles(): void {
  if (location.protocol !== 'file:') return;
  for (const link of document.links) {
    if (link.protocol === 'file:' && link.pathname.endsWith('/')) link.pathname += 'index.html';
  }
}
