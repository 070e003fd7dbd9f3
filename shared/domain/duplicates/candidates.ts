import type { Comparable } from './score.ts';

// Which pairs are worth comparing. Comparing everyone with everyone would be five thousand million pairs at 100,000 customers; those
// who share one of these keys are some ten thousand.

/** More people than this under one key are compared only with those of the same reading: a number of the shop's own, a first of January. */
const MOST_IN_BLOCK = 40;

const letters = ({ reading }: Comparable): string => reading.syllables.join('');

/** Digits at the end of a number that people know it by. */
const TAIL = 4;

/**
 * Numbers that differ by one digit or by two swapped neighbours share one of three parts: the tail, what stands before it, or, when the
 * swapped two stand on either side of that border, the number without them.
 */
const partsOfPhone = (phone: string): readonly string[] => [
  `t${phone.slice(-TAIL)}`,
  `h${phone.slice(0, -TAIL)}`,
  `m${phone.slice(0, -TAIL - 1)} ${phone.slice(-TAIL + 1)}`,
];

/** Keys by which two customers may meet. Each says that they share something that counts. */
export const blockingKeys = (customer: Comparable): string[] => {
  const { phones, accounts, card, birthday } = customer;
  const name = letters(customer);
  const keys = [...phones.map((phone) => `p${phone}`), ...accounts.map((account) => `a${account}`)];
  if (card !== null) keys.push(`c${card}`);
  if (birthday !== null && birthday.month !== null && birthday.day !== null) {
    const day = `${birthday.calendar}${birthday.month}-${birthday.day}`;
    keys.push(`d${name} ${day}`);
    if (birthday.year !== null) keys.push(`b${birthday.year} ${day}`);
  }
  if (name !== '') for (const phone of phones) for (const part of partsOfPhone(phone)) keys.push(`n${name} ${part}`);
  return keys;
};

export interface Candidates {
  /** Index pairs, the smaller first; each once. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Keys under which there are too many people to compare them pair by pair. */
  readonly crowded: number;
}

/** Keys looked through between two breaths: some milliseconds. */
const KEYS_AT_A_TIME = 10_000;

/**
 * Adds one customer after the other, then tells which pairs share a key: `finish` a step of some milliseconds at a time, so that others
 * on the same thread get their turn.
 */
export const collectCandidates = () => {
  const blocks = new Map<string, number | number[]>();
  const names: string[] = [];
  return {
    add: (customer: Comparable): void => {
      const index = names.length;
      names.push(letters(customer));
      for (const key of blockingKeys(customer)) {
        const known = blocks.get(key);
        // Nearly every key has one customer: a list for each would cost more than all the rest.
        if (known === undefined) blocks.set(key, index);
        else if (typeof known === 'number') {
          if (known !== index) blocks.set(key, [known, index]);
        } else if (known.at(-1) !== index) known.push(index);
      }
    },
    *finish(): Generator<void, Candidates> {
      const seen = new Set<number>();
      const pairs: (readonly [number, number])[] = [];
      let crowded = 0;
      let looked = 0;
      const pairUp = (block: readonly number[]): void => {
        for (const [position, one] of block.entries())
          for (const other of block.slice(position + 1)) {
            const pair = one * names.length + other;
            if (seen.has(pair)) continue;
            seen.add(pair);
            pairs.push([one, other]);
          }
      };
      for (const block of blocks.values()) {
        looked += 1;
        if (looked % KEYS_AT_A_TIME === 0) yield;
        if (typeof block === 'number') continue;
        if (block.length <= MOST_IN_BLOCK) {
          pairUp(block);
          continue;
        }
        crowded += 1;
        const byName = new Map<string, number[]>();
        for (const index of block) byName.set(names[index] ?? '', [...(byName.get(names[index] ?? '') ?? []), index]);
        for (const same of byName.values()) if (same.length <= MOST_IN_BLOCK) pairUp(same);
      }
      return { pairs, crowded };
    },
  };
};
