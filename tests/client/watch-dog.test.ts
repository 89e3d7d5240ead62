import { expect, test } from 'vitest';
import { WatchDog } from '../../src/client/watch-dog.ts';

/** A dog whose clock moves by hand. */
function watchDog() {
  const log: string[] = [];
  const state = { now: 0, isExpected: true };
  const dog: WatchDog = new WatchDog({
    limit: 60,
    now: () => state.now,
    isExpected: () => state.isExpected,
    push: () => log.push('push'),
    restart: () => log.push('restart'),
  });
  const after = (time: number): void => {
    state.now += time;
    dog.look();
  };
  return { dog, log, state, after };
}

test('WatchDog is quiet while slides come', () => {
  const { dog, log, after } = watchDog();
  for (let slide = 0; slide < 9; slide += 1) {
    after(50);
    dog.moved();
  }
  expect(log).toEqual([]);
});

test('WatchDog pushes a rotation that stands still, and starts the page anew if that does not help', () => {
  const { log, after } = watchDog();
  after(61);
  expect(log).toEqual(['push']);
  after(30);
  expect(log).toEqual(['push']);
  after(31);
  expect(log).toEqual(['push', 'restart']);
});

test('WatchDog forgives a rotation that moves again', () => {
  const { dog, log, after } = watchDog();
  after(61);
  after(20);
  dog.moved();
  after(61);
  expect(log).toEqual(['push', 'push']);
});

test('WatchDog lets a rotation stand that somebody has stopped, and counts from when it goes on', () => {
  const { log, state, after } = watchDog();
  state.isExpected = false;
  after(1000);
  state.isExpected = true;
  after(59);
  expect(log).toEqual([]);
  after(2);
  expect(log).toEqual(['push']);
});
