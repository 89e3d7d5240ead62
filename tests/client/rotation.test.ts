import { describe, expect, test, vi } from 'vitest';
import { Rotation, dwellSeconds } from '../../src/client/rotation.ts';

describe('dwellSeconds()', () => {
  test.each([
    ['', 8],
    ['one two three', 8],
    [Array.from({ length: 30 }, () => 'word').join(' '), 12],
    [Array.from({ length: 300 }, () => 'word').join(' '), 20],
  ])('gives a slide time by its words', (text, seconds) => {
    expect(dwellSeconds(text)).toBe(seconds);
  });
});

/** A rotation over three slides with a clock that moves by hand. */
function rotation() {
  const shown: { index: number | null; isPaused: boolean }[] = [];
  const timers = new Map<number, { task: () => void; delay: number }>();
  const state = { off: new Set<number>(), failing: new Set<number>(), isLeaving: false };
  let count = 0;
  const subject = new Rotation({
    dwells: [8, 8, 12],
    speed: 2,
    canShow: (index) => !state.off.has(index),
    schedule(task, delay) {
      count += 1;
      timers.set(count, { task, delay });
      return count;
    },
    cancel: (timer) => timers.delete(timer),
    show(index, isPaused) {
      if (index !== null && state.failing.has(index)) throw new Error('broken');
      shown.push({ index, isPaused });
    },
    isLeaving: () => state.isLeaving,
  });
  const tick = (): void => {
    for (const [id, { task }] of [...timers]) {
      timers.delete(id);
      task();
    }
  };
  const indices = () => shown.map(({ index }) => index);
  return { subject, shown, indices, timers, tick, state };
}

describe('Rotation', () => {
  test('shows slide after slide and begins again', () => {
    const { subject, indices, tick } = rotation();
    subject.start();
    for (let turn = 0; turn < 4; turn += 1) tick();
    expect(indices()).toEqual([0, 1, 2, 0, 1]);
  });

  test('never runs more than one timer, and divides the time of the slide by speed', () => {
    const { subject, timers, tick } = rotation();
    subject.start();
    subject.step(1);
    subject.step(-1);
    tick();
    tick();
    expect([...timers.values()].map(({ delay }) => delay)).toEqual([6000]);
  });

  test('stands still while paused, steps by hand, and goes on from there', () => {
    const { subject, shown, timers } = rotation();
    subject.start();
    subject.togglePause();
    expect(timers.size).toBe(0);
    subject.step(-1);
    expect(shown.at(-1)).toEqual({ index: 2, isPaused: true });
    subject.togglePause();
    expect(timers.size).toBe(1);
  });

  test('passes over slides that are not on, in both directions', () => {
    const { subject, indices, state } = rotation();
    state.off.add(1);
    subject.start();
    subject.step(1);
    subject.step(-1);
    expect(indices()).toEqual([0, 2, 0]);
  });

  test('skips a slide that fails, and shows it again once it is whole', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { subject, indices, tick, state } = rotation();
    state.failing.add(1);
    subject.start();
    tick();
    tick();
    state.failing.clear();
    tick();
    expect(indices()).toEqual([0, 2, 0, 1]);
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
  });

  test('stays with the only slide that is on, and shows none when there is none, until there is', () => {
    const { subject, indices, tick, state } = rotation();
    for (const index of [0, 2]) state.off.add(index);
    subject.start();
    tick();
    state.off.add(1);
    tick();
    state.off.delete(2);
    tick();
    expect(indices()).toEqual([1, 1, null, 2]);
  });

  test('shows nothing more once the page is about to be left', () => {
    const { subject, indices, timers, tick, state } = rotation();
    subject.start();
    state.isLeaving = true;
    tick();
    expect(indices()).toEqual([0]);
    expect(timers.size).toBe(0);
  });

  test('waits while it is stopped, and goes on with the next slide', () => {
    const { subject, indices, timers, state } = rotation();
    subject.start();
    subject.stop();
    expect(timers.size).toBe(0);
    expect(subject.isMoving).toBe(false);
    subject.start();
    expect(indices()).toEqual([0, 1]);
    expect(state.isLeaving).toBe(false);
  });

  test('names the slides that follow, the one that stands last', () => {
    const { subject } = rotation();
    expect(subject.candidates(-1)).toEqual([2, 1, 0]);
    subject.start();
    subject.step(1);
    expect(subject.candidates(1)).toEqual([2, 0, 1]);
    expect(subject.candidates(-1)).toEqual([0, 2, 1]);
  });
});
