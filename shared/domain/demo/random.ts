/** A stream of numbers that is the same in every run, on every machine. */
export interface Random {
  /** From 0 up to but not including 1. */
  next(): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  /** True in that share of cases, 0 to 1. */
  chance(share: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** Picks by weight: [choice, weight] pairs with positive weights. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  /** Normal with mean 0 and deviation 1 (Box and Muller 1958). */
  normal(): number;
}

/** Mixes a seed and the numbers that name a stream: the tenth person is the same whether or not the ninth was made. */
const mix = (parts: readonly number[]): number => {
  let hash = 0x811c9dc5;
  for (const part of parts) {
    hash = Math.imul(hash ^ part, 0x01000193);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d);
    hash ^= hash >>> 12;
  }
  return hash >>> 0;
};

/** The stream named by a seed and whatever tells it from other streams (mulberry32 over mixed seeds). */
export const makeRandom = (...seed: readonly number[]): Random => {
  let state = mix(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <T>(choices: readonly T[]): T => {
    const found = choices[Math.floor(next() * choices.length)];
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found;
  };
  return {
    next,
    pick,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (share) => next() < share,
    weighted: (choices) => {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [choice, weight] of choices) {
        left -= weight;
        if (left < 0) return choice;
      }
      return pick(choices)[0];
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
};
