import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { maximise } from './maximum.ts';

const near = fc.double({ min: -2, max: 2, noNaN: true });
const slight = fc.double({ min: -0.5, max: 0.5, noNaN: true });

describe('the highest point', () => {
  test.prop([near, near, slight])('of a hill is found, wherever it is', (x, y, lean) => {
    // A banana (Rosenbrock 1960) turned upside down, its top at (x, y).
    const found = maximise(
      ([a = 0, b = 0]) => {
        const [u, v] = [a - x, b - y - lean * (a - x) ** 2];
        return { value: -(u ** 2) - 20 * v ** 2, gradient: [-2 * u + 80 * lean * v * u, -40 * v] };
      },
      [0, 0],
      1,
    );
    expect(found?.point[0]).toBeCloseTo(x, 5);
    expect(found?.point[1]).toBeCloseTo(y, 5);
  });

  it('is none on a slope that goes on for ever, in a saddle, on a plain, or where there are no numbers', () => {
    const none = [
      { value: ([a = 0]: readonly number[]) => a, gradient: () => [1] },
      { value: ([a = 0]: readonly number[]) => -Math.exp(-a), gradient: ([a = 0]: readonly number[]) => [Math.exp(-a)] },
      { value: () => 0, gradient: () => [0] },
      { value: () => Number.NaN, gradient: () => [Number.NaN] },
    ];
    for (const { value, gradient } of none)
      expect(maximise((point) => ({ value: value(point), gradient: gradient(point) }), [0], 1)).toBeNull();
    const saddle = maximise(([a = 0, b = 0]) => ({ value: a ** 2 - b ** 2, gradient: [2 * a, -2 * b] }), [0.1, 1], 1);
    expect(saddle).toBeNull();
  });
});
