import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { digamma, hypergeometric, logGamma } from './specialFunctions.ts';

/** Gauss's series, term after term until none counts. */
const series = (a: number, b: number, c: number, z: number): number => {
  let [term, sum] = [1, 1];
  for (let n = 0; Math.abs(term) > 1e-17 * Math.abs(sum); n += 1) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
  }
  return sum;
};

const near = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('special functions', () => {
  it('are as in the tables', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12);
    expect(logGamma(101)).toBeCloseTo(363.739_375_555_563, 9);
    // Minus the constant of Euler and Mascheroni.
    expect(digamma(1)).toBeCloseTo(-0.577_215_664_901_533, 12);
    expect(hypergeometric(1, 1, 2, 0.5)).toBeCloseTo(2 * Math.log(2), 12);
  });

  test.prop([near(-5, 8), near(-0.95, 4), near(0.1, 1000), near(0, 0.999)])('₂F₁ is the sum of its series', (a, b, c, z) => {
    fc.pre(c - a - b > 0.05);
    const sum = series(a, b, c, z);
    expect(Math.abs(hypergeometric(a, b, c, z) - sum) / Math.max(1, Math.abs(sum))).toBeLessThan(1e-8);
  });

  test.prop([fc.integer({ min: 1, max: 160 }), near(0, 0.999)])('also where the library itself is lost', (whole, z) => {
    expect(hypergeometric(-0.95, -0.95, whole - 1.9, z) / series(-0.95, -0.95, whole - 1.9, z)).toBeCloseTo(1, 9);
  });
});
