const NAME = 'search-slash';

/** Whether "/" leads to the search on this device; a browser that keeps nothing leaves it on. */
export function isSlashOn(): boolean {
  try {
    return localStorage.getItem(NAME) !== 'off';
  } catch {
    return true;
  }
}

/** Remembers the choice on this device, where the browser keeps anything. */
export function setSlash(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, 'off');
  } catch {
    // The choice holds for nothing then; the key goes on working.
  }
}
