import { describe, expect, test } from 'vitest';
import { add, closingLine, honest, nothing, one } from '../../scripts/tools/tally.ts';

describe('the closing line of npm test', () => {
  test('adds up checks and tests', () => {
    const total = add(add(one(true), one(false)), { passed: 5, failed: 0, skipped: 2 });
    expect(closingLine(total)).toBe('6 passed, 1 failed, 2 skipped');
  });

  test('names skipped tests only when there are any', () => {
    expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
  });

  test('a runner that fails without a failed test is a failure', () => {
    expect(honest({ passed: 9, failed: 0, skipped: 0 }, 1).failed).toBe(1);
  });

  test('a run of no tests is a failure', () => {
    expect(honest(nothing, 0).failed).toBe(1);
  });

  test('failures are counted as they are', () => {
    expect(honest({ passed: 9, failed: 2, skipped: 0 }, 1)).toEqual({ passed: 9, failed: 2, skipped: 0 });
  });
});
