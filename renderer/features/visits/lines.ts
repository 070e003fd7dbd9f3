import type { CallInput } from '../../../shared/contract.ts';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';
import { formatQuantity, parseQuantity } from '../../../shared/domain/quantity.ts';
import { cents, priceTimesQuantity, sumCents, MAX_CENTS, type Cents, type Quantity } from '../../../shared/types/amounts.ts';

export type VisitLine = CallInput<'visits.record'>['lines'][number];

/** One line of the form: what stands in its fields, as text. */
export interface LineDraft {
  readonly key: string;
  readonly productId: string | null;
  readonly name: string;
  readonly quantity: string;
  readonly price: string;
  readonly cost: string;
  /** What it was for; undefined follows the whole visit's choice, null is for none. */
  readonly thingId?: string | null;
}

export type LineField = 'name' | 'quantity' | 'price' | 'cost';

/** What a line starts from: a product, a usual item, or free text. */
export interface LineSource {
  readonly productId: string | null;
  readonly name: string;
  readonly price: Cents | null;
  readonly cost: Cents | null;
  readonly quantity: Quantity;
}

/** A line with its fields filled from a source; an unknown price stays empty, to be typed. */
export const draftOf = (key: string, { productId, name, price, cost, quantity }: LineSource): LineDraft => ({
  key,
  productId,
  name,
  quantity: formatQuantity(quantity),
  price: price === null ? '' : moneyInputText(price),
  cost: cost === null ? '' : moneyInputText(cost),
});

/** Price times quantity; null while one of them is not readable. */
export const amountOf = (draft: LineDraft): Cents | null => {
  const price = parseMoney(draft.price);
  const quantity = parseQuantity(draft.quantity);
  if (price === null || quantity === null) return null;
  const amount = priceTimesQuantity(price, quantity);
  return amount > MAX_CENTS ? null : amount;
};

/** The sum of the lines that can be read. */
export const totalOf = (drafts: readonly LineDraft[]): Cents => sumCents(drafts.map((draft) => amountOf(draft) ?? cents(0)));

/** Which fields of a line are not right. An empty cost means unknown, which is fine. */
export const faultsOf = (draft: LineDraft): readonly LineField[] => {
  const faults: LineField[] = [];
  if (draft.name.trim() === '') faults.push('name');
  if (parseQuantity(draft.quantity) === null) faults.push('quantity');
  if (parseMoney(draft.price) === null || (parseQuantity(draft.quantity) !== null && amountOf(draft) === null))
    faults.push('price');
  if (draft.cost.trim() !== '' && parseMoney(draft.cost) === null) faults.push('cost');
  return faults;
};

/** The line as the operation wants it, for its own thing or the whole visit's; null when a field is not right. */
export const lineOf = (draft: LineDraft, thingId: string | null): VisitLine | null => {
  const price = parseMoney(draft.price);
  const quantity = parseQuantity(draft.quantity);
  if (faultsOf(draft).length > 0 || price === null || quantity === null) return null;
  return {
    productId: draft.productId,
    name: draft.name.trim(),
    quantity,
    unitPriceCents: price,
    unitCostCents: draft.cost.trim() === '' ? null : parseMoney(draft.cost),
    thingId: draft.thingId === undefined ? thingId : draft.thingId,
  };
};
