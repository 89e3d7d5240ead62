import { Rotation } from './rotation.ts';

/** Plays the slides of /screen/ one at a time. Without this script they stay a list that can be read. */
const sections = [...document.querySelectorAll<HTMLElement>('.slide')];
const controls = document.querySelector<HTMLElement>('.screen__controls');
const place = document.querySelector<HTMLElement>('.screen__place');
const pauseButton = document.querySelector<HTMLElement>('[data-step=pause]');

/** How long the mouse rests before the pointer and the buttons go. */
const IDLE_MILLISECONDS = 3000;

if (sections.length > 0 && controls && place && pauseButton) {
  const speed = Number(new URLSearchParams(location.search).get('speed')) || 1;
  const rotation = new Rotation({
    texts: sections.map((section) => section.innerText),
    speed,
    schedule: (task, delay) => window.setTimeout(task, delay),
    cancel: (timer) => window.clearTimeout(timer),
    show(index, isPaused) {
      const { dataset, classList } = document.documentElement;
      // Only changes fade; the first slide is there at once.
      if (dataset['slide'] !== undefined) classList.add('is-moving');
      for (const [position, section] of sections.entries()) {
        section.classList.toggle('is-current', position === index);
        // What is not seen is not read aloud and takes no focus.
        section.inert = position !== index;
      }
      pauseButton.setAttribute('aria-pressed', String(isPaused));
      dataset['slide'] = String(index);
      dataset['paused'] = String(isPaused);
      place.textContent = isPaused ? `Paused at ${index + 1} of ${sections.length}` : '';
    },
  });

  document.documentElement.classList.add('is-playing');
  controls.hidden = false;
  rotation.start();

  const steps: Record<string, () => void> = {
    back: () => rotation.step(-1),
    on: () => rotation.step(1),
    pause: () => rotation.togglePause(),
  };
  controls.addEventListener('click', (event) => {
    const step = (event.target as HTMLElement).dataset['step'];
    if (step) steps[step]?.();
  });

  const keys: Record<string, string> = { ArrowLeft: 'back', ArrowRight: 'on', ' ': 'pause' };
  document.addEventListener('keydown', (event) => {
    const step = keys[event.key];
    // A focused button or link has its own use for the space bar.
    const isOnControl = event.target instanceof Element && event.target.closest('button, a');
    if (!step || (event.key === ' ' && isOnControl)) return;
    event.preventDefault();
    steps[step]?.();
  });

  let idle = 0;
  const awake = (): void => {
    document.documentElement.classList.remove('is-idle');
    window.clearTimeout(idle);
    idle = window.setTimeout(
      () => document.documentElement.classList.add('is-idle'),
      IDLE_MILLISECONDS,
    );
  };
  document.addEventListener('pointermove', awake);
  document.addEventListener('focusin', awake);
  awake();
}
