/** On a wall (`is-at-wall`) a long press opens no menu of the browser: it has ways out, and nobody would close it. */
export function refuseMenus(): void {
  document.addEventListener('contextmenu', (event) => {
    if (document.documentElement.classList.contains('is-at-wall')) event.preventDefault();
  });
}
