import { isSlashOn } from './slash-key.ts';

const TYPED_INTO = 'input:not([type=checkbox]), textarea, select, [contenteditable]';

/** "/" and Ctrl-K lead to the search from every page; "/" only where it was not switched off on the search page. */
export function listenToSearchKeys(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[aria-keyshortcuts]');
  addEventListener('keydown', (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    const isTyping = target instanceof Element && target.closest(TYPED_INTO) !== null;
    const isCombination = key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !shiftKey && !altKey;
    const isSlash = key === '/' && !isTyping && !ctrlKey && !metaKey && !altKey && isSlashOn();
    if (!link || event.defaultPrevented || !(isCombination || isSlash)) return;
    event.preventDefault();
    const input = document.querySelector<HTMLInputElement>('.search__input');
    if (input) {
      input.focus();
      input.select();
    } else {
      link.click();
    }
  });
}
