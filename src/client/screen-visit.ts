import { ALONE_SECONDS } from './portrait-browser.ts';

/**
 * Whoever came from an office screen (`?screen=packing`; empty: the first) is led back there, and so is the screen, when
 * it is left alone for a minute.
 *
 * @param back holds the link, hidden until it is needed
 */
export function visitFromScreen(back: HTMLElement): void {
  const playlist = new URLSearchParams(location.search).get('screen');
  const link = back.querySelector('a');
  if (!link || playlist === null || !/^[a-z0-9-]*$/.test(playlist)) return;
  link.href = new URL(`../screen/${playlist && `${playlist}/`}`, location.href).href;
  back.hidden = false;
  let alone = 0;
  const stay = (): void => {
    window.clearTimeout(alone);
    alone = window.setTimeout(() => location.replace(link.href), ALONE_SECONDS * 1000);
  };
  for (const sign of ['pointerdown', 'pointermove', 'keydown', 'scroll']) {
    addEventListener(sign, stay, { capture: true, passive: true });
  }
  stay();
}
