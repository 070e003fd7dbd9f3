import type { CallInput } from '../../../shared/contract.ts';
import type { VisitDraft } from '../../../shared/contract/parkedVisits.ts';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';
import { formatQuantity, parseQuantity } from '../../../shared/domain/quantity.ts';
import { parseDiscount } from '../../../shared/domain/visits/discountText.ts';
import { WHOLE_IN_BASIS_POINTS, priceVisit, type LineToPrice, type PricedLine } from '../../../shared/domain/visits/pricing.ts';
import { hoursToCharge } from '../../../shared/domain/visits/timing.ts';
import { cents, sumCents, type Cents, type Quantity } from '../../../shared/types/amounts.ts';
import type { CountCardId, ProductId, ThingId } from '../../../shared/types/ids.ts';
import type { Instant } from '../../../shared/types/time.ts';

export type VisitLine = CallInput<'visits.record'>['lines'][number];

/** One line of the form: what stands in its fields, as text; as it is parked, so that parking changes nothing (X30). */
export type LineDraft = VisitDraft['lines'][number];

export type LineField = 'name' | 'quantity' | 'price' | 'cost' | 'discount';

/** What a line starts from: a product, a usual item, or free text. */
export interface LineSource {
  readonly productId: ProductId | null;
  readonly name: string;
  readonly price: Cents | null;
  readonly cost: Cents | null;
  readonly quantity: Quantity;
  /** Charged by the hour: its watch starts at once (X30). */
  readonly isTimed?: boolean;
  /** What is taken off from the start, as it is typed: what the customer's tier brings. */
  readonly discount?: string;
}

/** A line with its fields filled from a source; an unknown price stays empty, to be typed, and so do the hours of what has just begun. */
export const draftOf = (
  key: string,
  { productId, name, price, cost, quantity, isTimed = false, discount = '' }: LineSource,
  now: Instant | null,
): LineDraft => ({
  key,
  productId,
  name,
  quantity: isTimed ? '' : formatQuantity(quantity),
  price: price === null ? '' : moneyInputText(price),
  cost: cost === null ? '' : moneyInputText(cost),
  discount,
  staff: [],
  serialNumber: '',
  specification: '',
  startedAt: isTimed ? now : null,
  stoppedAt: null,
});

/** Whether the watch of a timed service is running. */
export const isRunning = ({ startedAt, stoppedAt }: LineDraft): boolean => startedAt !== null && stoppedAt === null;

/** The line with its watch stopped and the hours to charge written in. */
export const stopped = (line: LineDraft, now: Instant, stepMinutes: number): LineDraft =>
  line.startedAt === null || line.stoppedAt !== null
    ? line
    : { ...line, stoppedAt: now, quantity: formatQuantity(hoursToCharge(line.startedAt, now, stepMinutes)) };

interface ReadLine extends LineToPrice {
  readonly key: string;
}

/** What a card pays for is taken off as a whole, whatever else was to be taken off. */
const everything = { kind: 'percent', basisPoints: WHOLE_IN_BASIS_POINTS } as const;

const readLine = (line: LineDraft, isPaidByCard = false): ReadLine | null => {
  const unitPriceCents = parseMoney(line.price);
  const quantity = parseQuantity(line.quantity);
  const discount = parseDiscount(line.discount);
  if (unitPriceCents === null || quantity === null || discount === null) return null;
  const unitCostCents = line.cost.trim() === '' ? null : parseMoney(line.cost);
  return { key: line.key, quantity, unitPriceCents, unitCostCents, discount: isPaidByCard ? everything : (discount ?? null) };
};

/** What the lines come to as far as they can be read. */
export interface Bill {
  readonly lines: ReadonlyMap<string, PricedLine<ReadLine>>;
  readonly subtotalCents: Cents;
  readonly discountCents: Cents;
  readonly totalCents: Cents;
  /** The discount of the whole cannot be read, or is more than there is to take it from. */
  readonly isDiscountFaulty: boolean;
}

/** Lines that a count card pays for, by their keys. */
type PaidByCard = Pick<ReadonlyMap<string, unknown>, 'has'>;
const none: PaidByCard = new Map();

/** Every total is the sum of its lines; a line that cannot be read or asks for too much is left out of it. */
export const billOf = ({ lines, discount }: Pick<VisitDraft, 'lines' | 'discount'>, byCard: PaidByCard = none): Bill => {
  const readable: ReadLine[] = [];
  const alone: Cents[] = [];
  for (const line of lines.flatMap((draft) => readLine(draft, byCard.has(draft.key)) ?? [])) {
    const priced = priceVisit([line]);
    if ('message' in priced) continue;
    readable.push(line);
    alone.push(priced.totalCents);
  }
  const whole = parseDiscount(discount);
  const wanted = priceVisit(readable, whole ?? null);
  const priced = 'message' in wanted ? priceVisit(readable) : wanted;
  const isDiscountFaulty = whole === null || ('message' in wanted && wanted.message === 'discount_too_large');
  if ('message' in priced) {
    // More than a visit can hold: the store says so when it refuses.
    const sum = sumCents(alone);
    return { lines: new Map(), subtotalCents: sum, discountCents: cents(0), totalCents: sum, isDiscountFaulty };
  }
  return { ...priced, lines: new Map(priced.lines.map((line) => [line.line.key, line])), isDiscountFaulty };
};

/** Which fields of a line are not right. An empty cost means unknown, which is fine; a watch that runs will write the hours. */
export const faultsOf = (draft: LineDraft): readonly LineField[] => {
  const faults: LineField[] = [];
  if (draft.name.trim() === '') faults.push('name');
  if (parseQuantity(draft.quantity) === null && !isRunning(draft)) faults.push('quantity');
  if (parseMoney(draft.price) === null) faults.push('price');
  if (draft.cost.trim() !== '' && parseMoney(draft.cost) === null) faults.push('cost');
  if (parseDiscount(draft.discount) === null) faults.push('discount');
  const read = faults.length > 0 ? null : readLine(draft);
  const priced = read === null ? null : priceVisit([read]);
  if (priced !== null && 'message' in priced) faults.push(priced.message === 'discount_too_large' ? 'discount' : 'price');
  return faults;
};

/**
 * The line as the operation wants it, for its own thing or the whole visit's, and the card that pays for it; null when a field is not right.
 */
export const lineOf = (draft: LineDraft, thingId: ThingId | null, cardId: CountCardId | null = null): VisitLine | null => {
  const read = readLine(draft);
  if (read === null || faultsOf(draft).length > 0) return null;
  const { key: _key, ...figures } = read;
  return {
    ...figures,
    productId: draft.productId,
    name: draft.name.trim(),
    thingId: draft.thingId === undefined ? thingId : draft.thingId,
    cardId,
    staff: draft.staff,
    serialNumber: draft.serialNumber,
    specification: draft.specification,
    startedAt: draft.startedAt,
    stoppedAt: draft.stoppedAt,
  };
};
