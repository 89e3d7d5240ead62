import { ALONE_SECONDS } from './portrait-browser.ts';
import { refuseMenus } from './refuse-menus.ts';
import { wouldOpen } from './would-open.ts';

/** Where the screen cannot be opened, it is tried again so often. */
const AGAIN_SECONDS = 10;

/**
 * Whoever came from an office screen (`?screen=packing&theme=screen`; empty: the first) is led back there, and so is the screen, when
 * it is left alone for a minute. There is no other way out: what lies behind it would stay on the wall.
 *
 * @param back holds the link, hidden until it is needed
 */
export function visitFromScreen(back: HTMLElement): void {
  const asked = new URLSearchParams(location.search);
  const playlist = asked.get('screen');
  const link = back.querySelector('a');
  if (!link || playlist === null || !/^[a-z0-9-]*$/.test(playlist)) return;
  const { href, pathname } = new URL(`../screen/${playlist && `${playlist}/`}`, location.href);
  link.href = href;
  back.hidden = false;
  const { classList, dataset } = document.documentElement;
  classList.add('is-at-wall');
  refuseMenus();
  // A wall that is dark, at night or always, stays so.
  if (asked.get('theme') === 'screen') dataset['theme'] = 'screen';
  for (const other of [...document.links]) if (other !== link) other.removeAttribute('href');

  let alone = 0;
  const wait = (seconds: number): void => {
    window.clearTimeout(alone);
    alone = window.setTimeout(() => void leave(), seconds * 1000);
  };
  const leave = async (): Promise<void> => {
    if (await wouldOpen(pathname)) location.replace(href);
    else wait(AGAIN_SECONDS);
  };
  for (const sign of ['pointerdown', 'pointermove', 'keydown', 'scroll']) {
    addEventListener(sign, () => wait(ALONE_SECONDS), { capture: true, passive: true });
  }
  link.addEventListener('click', (event) => {
    event.preventDefault();
    void leave();
  });
  wait(ALONE_SECONDS);
}
