import { isSlideOn, isSlideStale, type SlideSchedule } from '#core/screens/slide-schedule.ts';
import type { WallClock } from '#core/screens/wall-clock.ts';

interface StagedSlide {
  section: HTMLElement;
  schedule: SlideSchedule;
  pictures: readonly HTMLImageElement[];
}

/** The slides of the page: which are on, whether they are whole, and one of them to be seen. */
export class SlideStage {
  readonly #slides: readonly StagedSlide[];
  readonly #speed: number;
  /** Slides of which a picture could not be loaded. */
  readonly #broken = new Set<number>();
  readonly #preparing = new Map<number, Promise<boolean>>();

  constructor(sections: readonly HTMLElement[], speed: number) {
    this.#slides = sections.map((section) => ({
      section,
      schedule: scheduleOf(section),
      pictures: [...section.querySelectorAll('img')],
    }));
    this.#speed = speed;
  }

  isOn(index: number, clock: WallClock): boolean {
    const slide = this.#slides[index];
    return slide !== undefined && isSlideOn(slide.schedule, clock);
  }

  isBroken(index: number): boolean {
    return this.#broken.has(index);
  }

  /** Null shows none of them. */
  show(index: number | null, clock: WallClock): void {
    const { classList, dataset } = document.documentElement;
    // Only changes fade; the first slide is there at once.
    if (dataset['slide'] !== undefined) classList.add('is-moving');
    for (const [position, { section, schedule }] of this.#slides.entries()) {
      const isCurrent = position === index;
      section.classList.toggle('is-current', isCurrent);
      // What is not seen is not read aloud and takes no focus.
      section.inert = !isCurrent;
      if (isCurrent) section.classList.toggle('is-late', isSlideStale(schedule, clock));
    }
    dataset['slide'] = index === null ? 'none' : String(index);
    if (this.#speed === 1) return;
    for (const animation of document.getAnimations()) animation.updatePlaybackRate(this.#speed);
  }

  /** Loads and decodes what a slide shows, before it is shown; false: something of it cannot be loaded. */
  prepare(index: number): Promise<boolean> {
    const running = this.#preparing.get(index);
    if (running) return running;
    const prepared = this.#load(index).finally(() => this.#preparing.delete(index));
    this.#preparing.set(index, prepared);
    return prepared;
  }

  async #load(index: number): Promise<boolean> {
    const pictures = this.#slides[index]?.pictures ?? [];
    const loaded = await Promise.allSettled(pictures.map(loadPicture));
    const isWhole = loaded.every(({ status }) => status === 'fulfilled');
    if (isWhole) this.#broken.delete(index);
    else this.#broken.add(index);
    return isWhole;
  }
}

function loadPicture(picture: HTMLImageElement): Promise<void> {
  picture.loading = 'eager';
  // One that failed before is asked for again.
  if (picture.complete && picture.naturalWidth === 0)
    picture.src = picture.getAttribute('src') ?? '';
  return picture.decode();
}

const ALWAYS: SlideSchedule = {
  windows: [],
  from: null,
  until: null,
  staleFrom: null,
  isDroppedWhenStale: false,
};

/** As the page states it; a slide without one is always on. */
function scheduleOf(section: HTMLElement): SlideSchedule {
  const text = section.dataset['schedule'];
  return text === undefined ? ALWAYS : (JSON.parse(text) as SlideSchedule);
}
