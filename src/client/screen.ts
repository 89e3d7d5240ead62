import { isWindowOpen } from '#core/screens/screen-window.ts';
import { wallClock, type WallClock } from '#core/screens/wall-clock.ts';
import { WEEKDAYS } from '#core/screens/weekday.ts';
import { ALONE_SECONDS, PortraitBrowser } from './portrait-browser.ts';
import { refuseMenus } from './refuse-menus.ts';
import { dwellSeconds, Rotation } from './rotation.ts';
import { CHECK_SECONDS, ScreenUpdates } from './screen-updates.ts';
import { settleStyles } from './settle-styles.ts';
import { SlideStage } from './slide-stage.ts';
import { keepAwake } from './wake-lock.ts';
import { WatchDog } from './watch-dog.ts';
import { wouldOpen } from './would-open.ts';

/** Plays the slides of an office screen one at a time. Without this script they stay a list that can be read. */

/** What the page says of the config. */
interface ScreenPageSettings {
  timeZone: string;
  theme: 'dark' | 'light';
  night: { from: number; to: number } | null;
  /** "Paused at {slide} of {slides}". */
  paused: string;
}

/** How long the mouse rests before the pointer and the buttons go. */
const IDLE_SECONDS = 3;
/** The picture moves a little so often, against burning in; styles/screen/playing.css says how far. */
const DRIFT_SECONDS = 60;
const DRIFT_PLACES = 8;
/** Three times the longest slide without a new one is too long; a busy machine gets five seconds in any case. */
const STUCK_SECONDS = 60;
const STUCK_MILLISECONDS_AT_LEAST = 5000;

/** A browser that fills the whole screen, as on a wall, and not a window on a desk. */
const isWall = (): boolean =>
  matchMedia('(display-mode: fullscreen)').matches ||
  (innerWidth >= screen.width && innerHeight >= screen.height);

/** The words of a slide, whether it is laid out yet or not; those of two parts of it stand apart. */
function wordsOf(slide: HTMLElement): string {
  const texts = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  while (texts.nextNode()) words.push(texts.currentNode.nodeValue ?? '');
  return words.join(' ');
}

settleStyles();
const sections = [...document.querySelectorAll<HTMLElement>('.slide')];
const controls = document.querySelector<HTMLElement>('.screen__controls');
const place = document.querySelector<HTMLElement>('.screen__place');
const pauseButton = document.querySelector<HTMLElement>('[data-step=pause]');
const dialog = document.querySelector<HTMLDialogElement>('.browser');

if (sections.length > 0 && controls && place && pauseButton && dialog) {
  const root = document.documentElement;
  const parameters = new URLSearchParams(location.search);
  const speed = Math.max(0.01, Number(parameters.get('speed')) || 1);
  const settings = JSON.parse(document.body.dataset['settings'] ?? '') as ScreenPageSettings;
  const { version: versionAddress, worker, shown = '' } = document.body.dataset;

  const loaded = Date.now();
  const begin = Date.parse(parameters.get('at') ?? '') || loaded;
  /** A faster screen has faster hours, too. */
  const clock = (): WallClock =>
    wallClock(begin + (Date.now() - loaded) * speed, settings.timeZone);
  const every = (seconds: number, task: () => void): void => {
    window.setInterval(task, (seconds / speed) * 1000);
  };

  const stage = new SlideStage(sections, speed);
  const updates =
    versionAddress === undefined || location.protocol === 'file:'
      ? null
      : new ScreenUpdates({
          ...{ versionAddress, shown, worker },
          game: dialog.querySelector<HTMLAnchorElement>('.browser__game'),
        });

  const light = ({ day, minutes }: WallClock): void => {
    const { night, theme } = settings;
    const isNight = night !== null && isWindowOpen({ on: WEEKDAYS, ...night }, { day, minutes });
    root.classList.toggle('is-night', isNight);
    root.dataset['theme'] = isNight || theme === 'dark' ? 'screen' : 'light';
  };

  const prepareNext = async (): Promise<void> => {
    const now = clock();
    for (const index of rotation.candidates(1)) {
      if (stage.isOn(index, now) && (await stage.prepare(index))) return;
    }
  };

  const dwells = sections.map((section) => dwellSeconds(wordsOf(section)));
  // A player that shows pages for a time of its own has to know how long a round is.
  root.dataset['round'] = String(Math.ceil(dwells.reduce((sum, dwell) => sum + dwell, 0)));
  const rotation = new Rotation({
    dwells,
    speed,
    schedule: (task, delay) => window.setTimeout(task, delay),
    cancel: (timer) => window.clearTimeout(timer),
    canShow: (index) => !stage.isBroken(index) && stage.isOn(index, clock()),
    show(index, isPaused) {
      const now = clock();
      stage.show(index, now);
      light(now);
      pauseButton.setAttribute('aria-pressed', String(isPaused));
      root.dataset['paused'] = String(isPaused);
      place.textContent =
        isPaused && index !== null
          ? settings.paused
              .replace('{slide}', String(index + 1))
              .replace('{slides}', String(sections.length))
          : '';
      watchDog.moved();
      // After this slide is counted as the one that stands.
      queueMicrotask(() => void prepareNext());
    },
    isLeaving() {
      if (!updates?.isReady) return false;
      location.reload();
      return true;
    },
  });

  const watchDog = new WatchDog({
    limit: Math.max((STUCK_SECONDS / speed) * 1000, STUCK_MILLISECONDS_AT_LEAST),
    now: () => performance.now(),
    isExpected: () => rotation.isMoving && document.visibilityState === 'visible',
    push: () => rotation.step(1),
    restart: () => void wouldOpen(location.pathname).then((isOpen) => isOpen && location.reload()),
  });

  root.classList.add('is-playing');
  controls.hidden = false;
  rotation.start();
  const stayAwake = (): void => void keepAwake();
  stayAwake();
  document.addEventListener('visibilitychange', stayAwake);
  every(CHECK_SECONDS, stayAwake);
  every(STUCK_SECONDS / 4, () => watchDog.look());
  every(DRIFT_SECONDS, () => {
    root.dataset['drift'] = String((Number(root.dataset['drift'] ?? 0) + 1) % DRIFT_PLACES);
  });
  if (updates) {
    const ask = (): void => {
      void updates.keep();
      void updates.check();
    };
    ask();
    every(CHECK_SECONDS, ask);
  }

  const browser = new PortraitBrowser(dialog, speed, () => rotation.start());
  const browse = (portrait: string | null): void => {
    rotation.stop();
    browser.open(portrait);
  };

  const steps: Record<string, () => void> = {
    back: () => rotation.step(-1),
    on: () => rotation.step(1),
    pause: () => rotation.togglePause(),
    browse: () => browse(null),
  };
  controls.addEventListener('click', (event) => {
    const step = (event.target as HTMLElement).dataset['step'];
    if (step) steps[step]?.();
  });

  const keys: Record<string, string> = { ArrowLeft: 'back', ArrowRight: 'on', ' ': 'pause' };
  document.addEventListener('keydown', (event) => {
    // Alt and an arrow is the browser's own way back.
    const isOurs = !dialog.open && !event.altKey && !event.ctrlKey && !event.metaKey;
    const step = isOurs ? keys[event.key] : undefined;
    // A focused button or link has its own use for the space bar.
    const isOnControl = event.target instanceof Element && event.target.closest('button, a');
    if (!step || (event.key === ' ' && isOnControl)) return;
    event.preventDefault();
    steps[step]?.();
  });

  // A finger is somebody standing at the wall, who goes away without a word.
  let alone = 0;
  document.addEventListener('pointerdown', ({ pointerType }) => {
    window.clearTimeout(alone);
    if (pointerType === 'mouse') return;
    alone = window.setTimeout(
      () => {
        if (rotation.isPaused) rotation.togglePause();
      },
      (ALONE_SECONDS / speed) * 1000,
    );
  });
  // No way leads off a wall: another page, or the browser's about a lost network, would stay there. At a desk a window
  // has a frame with ways back, and a link is a link.
  const ways = [...document.links].flatMap((link) => {
    if (dialog.contains(link)) return [];
    link.dataset['page'] = link.pathname + link.hash;
    return [{ link, href: link.href }];
  });
  const openWays = (): void => {
    root.classList.toggle('is-at-wall', isWall());
    for (const { link, href } of ways) {
      if (isWall()) link.removeAttribute('href');
      else link.href = href;
    }
  };
  openWays();
  addEventListener('resize', openWays);
  refuseMenus();
  document.addEventListener('click', (event) => {
    const { target } = event;
    if (!(target instanceof Element) || target.closest('.screen__controls, dialog')) return;
    // A finger does not aim at words.
    const isFollowed = event.pointerType !== 'touch' && target.closest('a[href]') !== null;
    if (isFollowed) return;
    event.preventDefault();
    browse(document.querySelector<HTMLElement>('.slide.is-current')?.dataset['portrait'] ?? null);
  });

  let idle = 0;
  const awake = (): void => {
    root.classList.remove('is-idle');
    window.clearTimeout(idle);
    idle = window.setTimeout(() => root.classList.add('is-idle'), (IDLE_SECONDS / speed) * 1000);
  };
  document.addEventListener('pointermove', awake);
  document.addEventListener('pointerdown', awake);
  document.addEventListener('focusin', awake);
  awake();
}
