import { cents, sumCents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';
import { partInProportion } from '../visits/pricing.ts';

// What cards with money on them pay of a bill, line by line: a card pays for what it is for, and no line is paid twice.

/** A card that is to pay: so much, and for which lines of the bill. */
export interface PayingCard {
  readonly cents: Cents;
  readonly isFor: (line: number) => boolean;
}

/** Of each card what it pays of each line. */
export type CardShares = readonly (readonly Cents[])[];

/** A way over other cards' lines to a line of which something is still to be paid: the lines in turn, and whose share moves between them. */
interface Way {
  readonly lines: readonly number[];
  readonly cards: readonly number[];
}

const findWay = (
  cards: readonly PayingCard[],
  shares: readonly number[][],
  free: readonly number[],
  from: number,
): Way | null => {
  const seen = new Set<number>();
  const ways: Way[] = [{ lines: [], cards: [from] }];
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    const card = way.cards.at(-1) ?? from;
    for (let line = 0; line < free.length; line += 1) {
      if (seen.has(line) || cards[card]?.isFor(line) !== true) continue;
      seen.add(line);
      const lines = [...way.lines, line];
      if ((free[line] ?? 0) > 0) return { lines, cards: way.cards };
      for (const [other, its] of shares.entries())
        if ((its[line] ?? 0) > 0 && !way.cards.includes(other)) ways.push({ lines, cards: [...way.cards, other] });
    }
  }
  return null;
};

/**
 * Spreads what each card pays over the lines it is for, in proportion to what of them is still to be paid; where an earlier card stands in the
 * way it moves to other lines of its own. Null when the cards are to pay more than there is for them.
 */
export const spreadCards = (cards: readonly PayingCard[], lineCents: readonly Cents[]): CardShares | null => {
  const free = lineCents.map((amount): number => Math.max(0, amount));
  const shares = cards.map(() => lineCents.map(() => 0));
  const move = (card: number, line: number, amount: number): void => {
    const its = shares[card];
    if (its !== undefined) its[line] = (its[line] ?? 0) + amount;
  };
  for (const [index, card] of cards.entries()) {
    const open = free.map((amount, line) => cents(card.isFor(line) ? amount : 0));
    const first = Math.min(card.cents, sumCents(open));
    for (const [line, part] of partInProportion(cents(first), open).entries()) {
      move(index, line, part);
      free[line] = (free[line] ?? 0) - part;
    }
    for (let left = card.cents - first; left > 0;) {
      const way = findWay(cards, shares, free, index);
      if (way === null) return null;
      const last = way.lines.at(-1) ?? 0;
      const room = way.cards.slice(1).map((other, step) => shares[other]?.[way.lines[step] ?? 0] ?? 0);
      const amount = Math.min(left, free[last] ?? 0, ...room);
      for (const [step, line] of way.lines.entries()) {
        move(way.cards[step] ?? index, line, amount);
        const next = way.cards[step + 1];
        if (next !== undefined) move(next, line, 0 - amount);
      }
      free[last] = (free[last] ?? 0) - amount;
      left -= amount;
    }
  }
  return shares.map((its) => its.map((share) => cents(share)));
};

/** The most that one card pays of what the others leave of a bill; `others` fit the bill. */
export const mostPaidByCard = (
  others: readonly PayingCard[],
  card: PayingCard,
  lineCents: readonly Cents[],
  openCents: Cents,
): Cents => {
  let least = 0;
  let most = Math.max(0, Math.min(card.cents, openCents));
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (spreadCards([...others, { ...card, cents: cents(middle) }], lineCents) === null) most = middle - 1;
    else least = middle;
  }
  return cents(least);
};
