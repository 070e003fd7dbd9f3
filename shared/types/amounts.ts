/** Whole hundredths of the shop's currency. A float never holds money. */
export type Cents = number & { readonly __brand: 'Cents' };
/** Whole loyalty points; negative in a ledger entry that takes points away. */
export type Points = number & { readonly __brand: 'Points' };
/** Thousandths of a unit, so that 0.25 kg of tea is the whole number 250 and one haircut is 1000. */
export type Quantity = number & { readonly __brand: 'Quantity' };

/** The largest amount a single field accepts: 100 million in the shop's currency. Sums stay far below 2^53. */
export const MAX_CENTS = 10_000_000_000;
export const MAX_POINTS = 1_000_000_000;
/** One unit as a Quantity. */
export const UNIT_QUANTITY = 1000;
/** The largest quantity of one line: 100,000 units. */
export const MAX_QUANTITY = 100_000_000;

const requireSafeInteger = (value: number, what: string): number => {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${what} must be a whole number: ${value}`);
  return value === 0 ? 0 : value;
};

/** The only way to make Cents. Throws RangeError unless the value is a safe integer. */
export const cents = (value: number): Cents => requireSafeInteger(value, 'cents') as Cents;
/** The only way to make Points. Throws RangeError unless the value is a safe integer. */
export const points = (value: number): Points => requireSafeInteger(value, 'points') as Points;
/** The only way to make a Quantity (thousandths). Throws RangeError unless the value is a safe integer. */
export const quantity = (value: number): Quantity => requireSafeInteger(value, 'quantity') as Quantity;

/** The exact sum of amounts. */
export const sumCents = (amounts: readonly Cents[]): Cents => cents(amounts.reduce((sum, amount) => sum + amount, 0));

/** Unit price times quantity, rounded half up to whole cents. Exact for every price and quantity the fields accept. */
export const priceTimesQuantity = (unitPrice: Cents, amount: Quantity): Cents => {
  const product = BigInt(unitPrice) * BigInt(amount);
  const half = product < 0n ? -BigInt(UNIT_QUANTITY / 2) : BigInt(UNIT_QUANTITY / 2);
  return cents(Number((product + half) / BigInt(UNIT_QUANTITY)));
};

/** Whether a price times a quantity is an amount that a field accepts. Answers for figures of any size: what is too large is refused, no crash. */
export const fitsAmount = (unitPrice: number, amount: number): boolean =>
  Number.isSafeInteger(unitPrice) &&
  Number.isSafeInteger(amount) &&
  BigInt(unitPrice) * BigInt(amount) + BigInt(UNIT_QUANTITY / 2) < BigInt(MAX_CENTS + 1) * BigInt(UNIT_QUANTITY);
