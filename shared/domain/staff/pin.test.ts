import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pinProblem } from './pin.ts';

describe('a PIN (R192, S5)', () => {
  it('has four to eight digits and nothing else', () => {
    for (const text of ['', '123', '123456789', '12a4', ' 4071', '４０７１', '40.7'])
      expect([text, pinProblem(text)]).toEqual([text, 'pin_not_digits']);
  });

  it.each([
    '1234',
    '0000',
    '4321',
    '7890',
    '0987',
    '1212',
    '123123',
    '88888888',
    '19871987',
    '1987',
    '2001',
    '870523',
    '19870523',
  ])('is not what everybody tries first: %s', (pin) => {
    expect(pinProblem(pin)).toBe('pin_trivial');
  });

  it.each(['4071', '2580', '93715', '704193', '50218364'])('may be any other: %s', (pin) => {
    expect(pinProblem(pin)).toBeNull();
  });

  it('leaves more than nine of ten to choose from, at every length', () => {
    for (const length of [4, 5, 6, 7, 8]) {
      const pins = fc.sample(fc.stringMatching(new RegExp(`^[0-9]{${length}}$`)), { seed: 1, numRuns: 2000 });
      expect(pins.filter((pin) => pinProblem(pin) === null).length).toBeGreaterThan(1800);
    }
  });
});
