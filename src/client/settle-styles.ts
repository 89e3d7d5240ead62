/**
 * Makes the browser apply the page's styles before it is first painted. Chromium otherwise may come to the animation
 * from the last page before it has read that this page wants one (`@view-transition`), and reports an error.
 */
export function settleStyles(): void {
  void document.documentElement.offsetWidth;
}
