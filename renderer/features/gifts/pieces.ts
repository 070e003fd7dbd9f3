/** Pieces of each sample in a form, by its id; none is not given. */
export type Pieces = Readonly<Record<string, number>>;

export const piecesOf = (items: readonly { readonly rewardId: string; readonly quantity: number }[]): Pieces =>
  Object.fromEntries(items.map(({ rewardId, quantity }) => [rewardId, quantity]));

/** The form as operations want it. */
export const itemsOf = (pieces: Pieces): { rewardId: string; quantity: number }[] =>
  Object.entries(pieces).flatMap(([rewardId, quantity]) => (quantity > 0 ? [{ rewardId, quantity }] : []));
