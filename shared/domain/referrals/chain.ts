// Who brought whom (R091): every customer names at most one referrer, so that following the names up makes a chain that has to end.

/** Those above somebody: who brought them, who brought that one, and so on, the nearest first; stops at one met before. */
export const referrersAbove = <Id>(id: Id, referrerOf: (id: Id) => Id | null): Id[] => {
  const met = new Set<Id>([id]);
  const above: Id[] = [];
  for (let next = referrerOf(id); next !== null && !met.has(next); next = referrerOf(next)) {
    met.add(next);
    above.push(next);
  }
  return above;
};

/** Whether somebody would, over however many others, have brought themselves if `referrer` had brought them. */
export const wouldLoop = <Id>(id: Id, referrer: Id, referrerOf: (id: Id) => Id | null): boolean =>
  referrer === id || referrersAbove(referrer, referrerOf).includes(id);
