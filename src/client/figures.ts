/** Loads what copies a chart when somebody asks for it the first time, and asks again in their place. */
const { src } = document.currentScript as HTMLScriptElement;

function ask(event: MouseEvent): void {
  const button =
    event.target instanceof Element
      ? event.target.closest<HTMLButtonElement>('.chart-figure__copy')
      : null;
  if (!button) return;
  document.removeEventListener('click', ask);
  const script = document.createElement('script');
  script.src = new URL('figure-copy.js', src).href;
  script.addEventListener('load', () => button.click());
  script.addEventListener('error', () => document.addEventListener('click', ask));
  document.head.append(script);
}

document.addEventListener('click', ask);
