import { describe, expect, it } from 'vitest';
import { createCodeLock } from './codeLock.ts';
import { otherScreen } from './screens.ts';

describe('the code that brings the clerk back (X39)', () => {
  it('opens at once when it is right, and not when it is wrong', () => {
    const lock = createCodeLock('2468', () => 0);
    expect(lock.open('1111')).toEqual({ isRight: false, waitSeconds: 0 });
    expect(lock.open('2468')).toEqual({ isRight: true, waitSeconds: 0 });
  });
  it('makes a guesser wait after five wrong ones, longer each time, even with the right one', () => {
    let now = 0;
    const lock = createCodeLock('2468', () => now);
    for (let tries = 0; tries < 4; tries += 1) expect(lock.open('0000').waitSeconds).toBe(0);
    expect(lock.open('0000').waitSeconds).toBe(30);
    expect(lock.open('2468')).toEqual({ isRight: false, waitSeconds: 30 });
    now = 30_000;
    expect(lock.open('0000').waitSeconds).toBe(60);
    now = 90_000;
    expect(lock.open('2468').isRight).toBe(true);
  });
});

describe('the screen for the facing window (X39)', () => {
  it('is another one than the clerk’s, and none when there is no other', () => {
    expect(otherScreen([{ id: 1 }, { id: 2 }], 2)).toEqual({ id: 1 });
    expect(otherScreen([{ id: 1 }], 1)).toBeUndefined();
  });
});
