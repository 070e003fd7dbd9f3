import { cents, points, quantity } from '../../types/amounts.ts';
import type { Cents, Points, Quantity } from '../../types/amounts.ts';

// Returning lines of an earlier visit (R068): prorated, and together never more than was paid.

/** What has come back of a line, or is to: how much, and what is given for it. All are 0 or more. */
export interface GivenBack {
  readonly quantity: Quantity;
  readonly amountCents: Cents;
  /** What it cost the shop; null when it does not know. */
  readonly costCents: Cents | null;
}

/** A line as it was sold, with what has come back of it already. */
export interface SoldLine {
  readonly quantity: Quantity;
  readonly amountCents: Cents;
  readonly costCents: Cents | null;
  readonly returned: GivenBack | null;
}

/** The part of an amount that falls on so much of a quantity, rounded half up. */
const partOf = (amount: Cents, part: number, whole: Quantity): number => {
  const size = BigInt(whole);
  return Number((2n * BigInt(amount) * BigInt(part) + size) / (2n * size));
};

/** How much of a line can still come back. */
export const stillReturnable = ({ quantity: sold, returned }: SoldLine): Quantity =>
  quantity(Math.max(0, sold - (returned?.quantity ?? 0)));

/**
 * What is given back for so much of a line: its prorated part of what was paid, less what was given before. So returns one by one, some of
 * them taken back in between, give in all what one return of everything gives and never more. Null when more is wanted than can still
 * come back.
 */
export const giveBack = (line: SoldLine, wanted: Quantity): GivenBack | null => {
  if (wanted <= 0 || wanted > stillReturnable(line)) return null;
  const until = wanted + (line.returned?.quantity ?? 0);
  const rest = (amount: Cents, given: Cents): Cents => cents(Math.max(0, partOf(amount, until, line.quantity) - given));
  return {
    quantity: wanted,
    amountCents: rest(line.amountCents, line.returned?.amountCents ?? cents(0)),
    costCents: line.costCents === null ? null : rest(line.costCents, line.returned?.costCents ?? cents(0)),
  };
};

/** What a visit earned, and what of it was taken back by returns that stand. */
export interface EarnedOn {
  readonly pointsEarned: Points;
  readonly totalCents: Cents;
  readonly returnedCents: Cents;
  readonly takenBack: Points;
}

/**
 * The points a return takes back: in proportion to what is given back, fractions in the shop's favour, in all exactly what the visit earned
 * once all of it came back, never more (DOMAIN "Points"). Zero or more.
 */
export const pointsToTakeBack = (
  { pointsEarned, totalCents, returnedCents, takenBack }: EarnedOn,
  givenBackCents: Cents,
): Points => {
  const left = totalCents - returnedCents - givenBackCents;
  const kept = totalCents <= 0 ? 0 : Number((BigInt(pointsEarned) * BigInt(Math.max(0, left))) / BigInt(totalCents));
  return points(Math.max(0, pointsEarned - kept - takenBack));
};

/** A line as it earned, with what its return now and earlier ones give back. Amounts are 0 or more. */
export interface LineComingBack {
  /** Null: nobody knows what the line alone earned. */
  readonly pointsEarned: Points | null;
  readonly amountCents: Cents;
  /** Given back before, and what of the points was taken back with it. */
  readonly returnedCents: Cents;
  readonly takenBack: Points;
  readonly givenBackCents: Cents;
}

/** The points each returned line takes back, exactly what it earned; null where that is not known of all of them. */
export const pointsOfLinesBack = (lines: readonly LineComingBack[]): Points[] | null => {
  const taken: Points[] = [];
  for (const { pointsEarned, amountCents: totalCents, givenBackCents, returnedCents, takenBack } of lines) {
    if (pointsEarned === null) return null;
    taken.push(pointsToTakeBack({ pointsEarned, totalCents, returnedCents, takenBack }, givenBackCents));
  }
  return taken;
};

/** An amount of money and the points that stand for it. */
export interface InPoints {
  readonly cents: Cents;
  readonly points: Points;
}

/** What a return gives back in points of what was paid with them: in proportion, and in all exactly what was paid. */
export const goesBackInPoints = (
  paid: InPoints,
  before: InPoints,
  sale: Pick<EarnedOn, 'totalCents' | 'returnedCents'>,
  givenBackCents: Cents,
): InPoints => {
  const part = (whole: number, given: number): Points =>
    pointsToTakeBack({ ...sale, pointsEarned: points(whole), takenBack: points(given) }, givenBackCents);
  return { cents: cents(part(paid.cents, before.cents)), points: part(paid.points, before.points) };
};
