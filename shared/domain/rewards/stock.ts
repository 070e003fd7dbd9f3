// Pieces of a reward (R077): movements that are only ever added to; the stock is their sum.

/** Whether pieces are counted, and whether more may be given than there are. */
export const stockRules = ['none', 'stop', 'below'] as const;
export type StockRule = (typeof stockRules)[number];

/** `back` came back from a customer; `counted` is the difference that a count found. */
export const movementKinds = ['received', 'given', 'back', 'counted', 'reverse'] as const;
export type MovementKind = (typeof movementKinds)[number];

/** More pieces than any shop has of one thing. */
export const MAX_PIECES = 1_000_000;

/** Pieces in the shop: the sum of all movements. */
export const stockOf = (movements: readonly { readonly quantity: number }[]): number =>
  movements.reduce((sum, { quantity }) => sum + quantity, 0);

/** Whether the stock may move so far: pieces go below nothing only where the shop lets them; what comes in always may, up to a sane sum. */
export const mayMove = (rule: StockRule, stock: number, change: number): boolean =>
  Math.abs(stock + change) <= MAX_PIECES && (change >= 0 || rule !== 'stop' || stock + change >= 0);
