/** Loads what copies, reads out and measures charts when somebody asks for it the first time. */
const { src } = document.currentScript as HTMLScriptElement;

function load(name: string, then: () => void, otherwise: () => void): void {
  const script = document.createElement('script');
  script.src = new URL(`${name}.js`, src).href;
  script.addEventListener('load', then);
  script.addEventListener('error', otherwise);
  document.head.append(script);
}

function within(event: Event, selector: string): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
}

/** The first press is made again when its script is there. */
function askCopy(event: Event): void {
  const button = within(event, '.chart-figure__copy');
  if (!button) return;
  document.removeEventListener('click', askCopy);
  load(
    'figure-copy',
    () => button.click(),
    () => document.addEventListener('click', askCopy),
  );
}

function askReading(event: Event): void {
  if (!within(event, '.chart-figure[data-readout] svg')) return;
  document.removeEventListener('pointerover', askReading);
  load(
    'figure-read',
    () => undefined,
    () => document.addEventListener('pointerover', askReading),
  );
}

function askSpan(event: Event): void {
  const button = within(event, '.chart-figure__span');
  const picture = within(event, '.chart-figure[data-span] svg');
  if (event.type === 'click' ? !button : !picture) return;
  listenForSpan(false);
  load(
    'figure-span',
    () => {
      // The press that asked for it is its first.
      if (button) button.click();
      else picture?.dispatchEvent(new PointerEvent('pointerdown', event as PointerEvent));
    },
    () => listenForSpan(true),
  );
}

function listenForSpan(isOn: boolean): void {
  const act = isOn ? 'addEventListener' : 'removeEventListener';
  for (const asked of ['click', 'pointerdown']) document[act](asked, askSpan);
}

listenForSpan(true);
document.addEventListener('click', askCopy);
document.addEventListener('pointerover', askReading);
