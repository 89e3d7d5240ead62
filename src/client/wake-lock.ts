let lock: WakeLockSentinel | null = null;

/**
 * Keeps the display awake while the page is seen; where the browser has no such thing, its own settings decide. To be
 * called again and again: the system refuses on low battery, and takes back what it gave whenever it likes.
 */
export async function keepAwake(): Promise<void> {
  if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
  if (lock?.released === false) return;
  lock = await navigator.wakeLock.request('screen').catch(() => null);
}
