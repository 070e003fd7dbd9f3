import { UNIT_QUANTITY, cents, sumCents } from '../../types/amounts.ts';
import type { Cents, Quantity } from '../../types/amounts.ts';
import type { ProductId } from '../../types/ids.ts';
import { WHOLE_IN_BASIS_POINTS, partInProportion } from '../visits/pricing.ts';
import type { CouponKind, CouponTerms } from './terms.ts';

/** A line of a bill as coupons see it: after its own discount and its share of the whole visit's. */
export interface BillLine {
  readonly productId: ProductId | null;
  readonly quantity: Quantity;
  readonly amountCents: Cents;
  readonly isDiscounted: boolean;
}

/** A coupon or code at the desk. What it is for has been looked up: null is everything. */
export interface CouponAtDesk {
  readonly key: string;
  readonly terms: CouponTerms;
  readonly forProducts: readonly ProductId[] | null;
  readonly mainProducts: readonly ProductId[];
}

/** Why a coupon takes nothing off this bill. */
export type CouponFault =
  'not_for_these' | 'below_least' | 'buy_more' | 'main_missing' | 'not_with_discount' | 'not_together' | 'nothing_left';

/** What a coupon takes off, and of which lines; or why nothing. */
export interface TakenOff {
  readonly key: string;
  readonly cents: Cents;
  /** One for each line of the bill, never more than the line comes to. */
  readonly shares: readonly Cents[];
  readonly fault: CouponFault | null;
  /** With `below_least`: what is missing. */
  readonly missingCents: Cents;
}

/**
 * Things free first, then amounts, then shares of what is left, the whole last: the same whatever was chosen first. Of one kind by key, so
 * that the desk and the books agree.
 */
const order: readonly CouponKind[] = ['tasting', 'buy_get', 'accessory', 'amount', 'percent', 'free_order'];

interface Rest {
  cents: number;
  /** Whole pieces that no coupon has given or asked for yet. */
  pieces: number;
  readonly perPiece: number;
}

const restOf = ({ amountCents, quantity }: BillLine): Rest => {
  const pieces = Math.floor(quantity / UNIT_QUANTITY);
  const perPiece = pieces === 0 ? amountCents : Number((BigInt(amountCents) * BigInt(UNIT_QUANTITY)) / BigInt(quantity));
  // Half a piece is given as the piece it is.
  return { cents: amountCents, pieces: Math.max(1, pieces), perPiece };
};

const ofBasisPoints = (amount: number, basisPoints: number): number =>
  Number((BigInt(amount) * BigInt(basisPoints) + BigInt(WHOLE_IN_BASIS_POINTS / 2)) / BigInt(WHOLE_IN_BASIS_POINTS));

const isNamed = (productIds: readonly ProductId[], productId: ProductId | null): boolean =>
  productId !== null && productIds.includes(productId);

/** The places of lines a coupon is for. */
const placesOf = (lines: readonly BillLine[], { forProducts }: CouponAtDesk): number[] =>
  lines.flatMap(({ productId }, place) => (forProducts === null || isNamed(forProducts, productId) ? [place] : []));

const faultBefore = (lines: readonly BillLine[], coupon: CouponAtDesk, places: readonly number[]): CouponFault | null => {
  const { terms, mainProducts } = coupon;
  const concerned = places.flatMap((place) => lines[place] ?? []);
  if (concerned.length === 0) return 'not_for_these';
  if (terms.kind === 'accessory' && !lines.some(({ productId }) => isNamed(mainProducts, productId))) return 'main_missing';
  if (!terms.goesWithDiscounts && concerned.some(({ isDiscounted }) => isDiscounted)) return 'not_with_discount';
  return sumCents(concerned.map(({ amountCents }) => amountCents)) < terms.leastCents ? 'below_least' : null;
};

/** What one piece of the cheapest of some lines comes to, taken out of what is left of them. */
const freePiece = (rest: readonly Rest[], places: readonly number[]): { place: number; cents: number } | null => {
  const [cheapest] = places
    .flatMap((place) => {
      const line = rest[place];
      return line === undefined || line.pieces < 1 || line.cents <= 0 ? [] : [{ place, line }];
    })
    .sort((one, other) => one.line.perPiece - other.line.perPiece || one.place - other.place);
  if (cheapest === undefined) return null;
  cheapest.line.pieces -= 1;
  return { place: cheapest.place, cents: Math.min(cheapest.line.perPiece, cheapest.line.cents) };
};

/** Takes so many pieces, the dearest first: those that are paid for. What each place of them comes to. */
const usePieces = (rest: readonly Rest[], places: readonly number[], wanted: number): Map<number, number> => {
  const open = places
    .flatMap((place) => {
      const line = rest[place];
      return line === undefined ? [] : [{ place, line }];
    })
    .sort((one, other) => other.line.perPiece - one.line.perPiece || one.place - other.place);
  const used = new Map<number, number>();
  let left = wanted;
  for (const { place, line } of open) {
    const pieces = Math.min(line.pieces, left);
    if (pieces === 0) continue;
    line.pieces -= pieces;
    left -= pieces;
    used.set(place, line.perPiece * pieces);
  }
  return used;
};

const capped = (amount: number, { capCents }: CouponTerms): number => Math.min(amount, capCents ?? amount);

/** What it takes off each place of what is left, or why nothing. */
const applied = (
  coupon: CouponAtDesk,
  lines: readonly BillLine[],
  rest: readonly Rest[],
  places: readonly number[],
): ReadonlyMap<number, number> | CouponFault => {
  const { terms, mainProducts } = coupon;
  if (terms.kind === 'buy_get' || terms.kind === 'tasting' || terms.kind === 'accessory') {
    // Pieces that come to nothing, such as those a card pays for, are neither bought nor given.
    const paid = places.filter((place) => (rest[place]?.cents ?? 0) > 0);
    if (paid.length === 0) return 'nothing_left';
    const wanted =
      terms.kind === 'accessory' ? paid.filter((place) => !isNamed(mainProducts, lines[place]?.productId ?? null)) : paid;
    if (wanted.length === 0) return 'not_for_these';
    if (terms.kind === 'buy_get' && wanted.reduce((sum, place) => sum + (rest[place]?.pieces ?? 0), 0) < terms.buys + 1)
      return 'buy_more';
    const free = freePiece(rest, wanted);
    if (free === null) return 'nothing_left';
    if (terms.kind === 'buy_get') {
      // Over all that take part: whoever brings back the dearer one does not keep the other for nothing.
      const used = usePieces(rest, wanted, terms.buys);
      used.set(free.place, (used.get(free.place) ?? 0) + free.cents);
      const amounts = [...used].map(([place, amount]) => cents(Math.min(amount, rest[place]?.cents ?? 0)));
      const parts = partInProportion(cents(capped(free.cents, terms)), amounts);
      return new Map([...used.keys()].map((place, index) => [place, parts[index] ?? 0]));
    }
    const share = terms.kind === 'accessory' ? ofBasisPoints(free.cents, terms.basisPoints ?? 0) : free.cents;
    return new Map([[free.place, capped(share, terms)]]);
  }
  const amounts = places.map((place) => cents(rest[place]?.cents ?? 0));
  const sum = sumCents(amounts);
  const wanted =
    terms.kind === 'amount'
      ? Math.min(sum, terms.amountCents ?? 0)
      : terms.kind === 'percent'
        ? ofBasisPoints(sum, terms.basisPoints ?? 0)
        : sum;
  const parts = partInProportion(cents(capped(wanted, terms)), amounts);
  return new Map(places.map((place, index) => [place, parts[index] ?? 0]));
};

const byOrder = (one: CouponAtDesk, other: CouponAtDesk): number =>
  order.indexOf(one.terms.kind) - order.indexOf(other.terms.kind) || (one.key < other.key ? -1 : 1);

/**
 * What coupons chosen together take off a bill (R084), each in the order given. Whatever the order, the same comes of it; together they never
 * take off more than a line, or the bill, comes to. One that does not go with others makes every one of several faulty.
 */
export const takeOff = (lines: readonly BillLine[], coupons: readonly CouponAtDesk[]): TakenOff[] => {
  const nothing = lines.map(() => cents(0));
  const rest = lines.map(restOf);
  const isMixed = coupons.length > 1 && coupons.some(({ terms }) => !terms.goesWithCoupons);
  const found = new Map<string, TakenOff>();
  for (const coupon of [...coupons].sort(byOrder)) {
    const places = placesOf(lines, coupon);
    const before = isMixed ? 'not_together' : faultBefore(lines, coupon, places);
    const taken = before ?? applied(coupon, lines, rest, places);
    const shares = lines.map((_line, place) => cents(typeof taken === 'string' ? 0 : (taken.get(place) ?? 0)));
    const sum = sumCents(shares);
    const missing = coupon.terms.leastCents - places.reduce((total, place) => total + (lines[place]?.amountCents ?? 0), 0);
    for (const [place, share] of shares.entries()) {
      const line = rest[place];
      if (line !== undefined) line.cents -= share;
    }
    const fault = typeof taken === 'string' ? taken : sum === 0 ? 'nothing_left' : null;
    found.set(coupon.key, {
      key: coupon.key,
      cents: sum,
      shares,
      fault,
      missingCents: cents(fault === 'below_least' ? missing : 0),
    });
  }
  return coupons.flatMap(
    ({ key }) =>
      found.get(key) ?? { key, cents: cents(0), shares: nothing, fault: 'nothing_left' as const, missingCents: cents(0) },
  );
};

/** All that is taken off together. */
export const sumTaken = (taken: readonly Pick<TakenOff, 'cents'>[]): Cents => sumCents(taken.map(({ cents: off }) => off));

/** So many coupons that go together are tried in every combination. */
const MOST_COMBINED = 5;

/** All that go together and each still take something: of few every combination, of more one after the other, the dearest first. */
const together = (lines: readonly BillLine[], coupons: readonly CouponAtDesk[]): readonly CouponAtDesk[] => {
  let best: { readonly chosen: readonly CouponAtDesk[]; readonly off: number } = { chosen: [], off: 0 };
  const tryOut = (chosen: readonly CouponAtDesk[]): void => {
    const taken = takeOff(lines, chosen);
    const off = sumTaken(taken);
    if (taken.some(({ fault }) => fault !== null)) return;
    if (off > best.off || (off === best.off && chosen.length < best.chosen.length)) best = { chosen, off };
  };
  if (coupons.length <= MOST_COMBINED)
    for (let which = 1; which < 2 ** coupons.length; which += 1)
      tryOut(coupons.filter((_coupon, place) => (which >> place) % 2 === 1));
  else for (const coupon of coupons) tryOut([...best.chosen, coupon]);
  return best.chosen;
};

/**
 * The choice that takes most off: the best alone, or those that go together and each still take something; of two as good the one with fewer
 * coupons (X65). Keys in the order given.
 */
export const bestChoice = (lines: readonly BillLine[], coupons: readonly CouponAtDesk[]): readonly string[] => {
  const alone = coupons
    .map((coupon) => ({ coupon, off: sumTaken(takeOff(lines, [coupon])) }))
    .filter(({ off }) => off > 0)
    .sort((one, other) => other.off - one.off);
  const [best] = alone;
  if (best === undefined) return [];
  const chosen = together(
    lines,
    alone.flatMap(({ coupon }) => (coupon.terms.goesWithCoupons ? [coupon] : [])),
  );
  const keys = new Set(sumTaken(takeOff(lines, chosen)) > best.off ? chosen.map(({ key }) => key) : [best.coupon.key]);
  return coupons.filter(({ key }) => keys.has(key)).map(({ key }) => key);
};
