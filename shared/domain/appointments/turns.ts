/** One person served from the queue: by whom, when it began, and whether the customer asked for that one (点钟), which costs no turn. */
export interface Turn {
  readonly staffId: string;
  readonly at: number;
  readonly isRequested: boolean;
}

/**
 * Whose turn it is (排钟, X34): the people at work in the order in which they are next. Whoever has not had a turn today comes first, in the
 * given order; then whoever's last turn began longest ago.
 */
export const turnOrder = <Id extends string>(atWork: readonly Id[], turns: readonly Turn[]): Id[] => {
  const last = new Map<string, number>();
  for (const { staffId, at, isRequested } of turns)
    if (!isRequested) last.set(staffId, Math.max(at, last.get(staffId) ?? Number.MIN_SAFE_INTEGER));
  const lastOf = (id: Id): number => last.get(id) ?? Number.MIN_SAFE_INTEGER;
  return atWork
    .map((id, index) => ({ id, index }))
    .toSorted((one, other) => lastOf(one.id) - lastOf(other.id) || one.index - other.index)
    .map(({ id }) => id);
};
