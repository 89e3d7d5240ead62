import { describe, expect, test } from 'vitest';
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
  const shown: { index: number; isPaused: boolean }[] = [];
  const timers = new Map<number, { task: () => void; delay: number }>();
  let count = 0;
  const subject = new Rotation({
    texts: ['a', 'b', 'c'],
    speed: 2,
    schedule(task, delay) {
      count += 1;
      timers.set(count, { task, delay });
      return count;
    },
    cancel: (timer) => timers.delete(timer),
    show: (index, isPaused) => shown.push({ index, isPaused }),
  });
  const tick = (): void => {
    for (const [id, { task }] of [...timers]) {
      timers.delete(id);
      task();
    }
  };
  return { subject, shown, timers, tick };
}

describe('Rotation', () => {
  test('shows slide after slide and begins again', () => {
    const { subject, shown, tick } = rotation();
    subject.start();
    for (let turn = 0; turn < 4; turn += 1) tick();
    expect(shown.map(({ index }) => index)).toEqual([0, 1, 2, 0, 1]);
  });

  test('never runs more than one timer, and divides time by speed', () => {
    const { subject, timers, tick } = rotation();
    subject.start();
    subject.step(1);
    subject.step(-1);
    tick();
    expect([...timers.values()].map(({ delay }) => delay)).toEqual([4000]);
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
});
