import { points } from '../../types/amounts.ts';
import type { Points } from '../../types/amounts.ts';
import type { PointsEntryId } from '../../types/ids.ts';
import type { LocalDate } from '../../types/time.ts';
import type { ExpiryTerms } from './expiry.ts';
import type { PointsEntryKind } from './points.ts';

// The points ledger read from its first entry to its last: which lots are open, what was spent from which, and what is owed. The entries are
// all there is; lots follow from them, so that a merge, its undo or an import taken back never leave them apart (DOMAIN "Points").

/** An entry of the ledger as the replay needs it, in the order they were written. */
export interface LedgerEntry extends ExpiryTerms {
  readonly id: PointsEntryId;
  readonly kind: PointsEntryKind;
  readonly points: Points;
  readonly businessDate: LocalDate;
  /** The entry it takes back as a whole. */
  readonly reversesId: PointsEntryId | null;
  /** The lot an expiry ends, the earning a return takes back from, or the spending it gives back to. */
  readonly concernsId: PointsEntryId | null;
}

/** Points that came in together and what is left of them. */
export interface Lot extends ExpiryTerms {
  readonly entryId: PointsEntryId;
  readonly points: Points;
  readonly remaining: Points;
  readonly earnedOn: LocalDate;
}

/** So many points of a spending came out of that lot, and have not been given back. */
export interface LotUse {
  readonly entryId: PointsEntryId;
  readonly lotId: PointsEntryId;
  readonly points: Points;
}

export interface PointsAccount {
  /** Sum of the entries = points left in the lots - what is owed. */
  readonly balance: Points;
  /** Those with something left, in the order in which they are spent. */
  readonly lots: readonly Lot[];
  readonly uses: readonly LotUse[];
  /** Points taken that no lot had: the next ones that come in go there first. */
  readonly owed: Points;
}

interface OpenLot {
  readonly entry: LedgerEntry;
  left: number;
}
interface OpenUse {
  readonly entryId: PointsEntryId;
  readonly lot: OpenLot;
  points: number;
}
interface OpenDebt {
  readonly entryId: PointsEntryId;
  points: number;
}

/** What an entry gave back, part by part: to the lot of a use, or off a debt (null). */
interface GivenPart {
  readonly use: OpenUse | null;
  readonly points: number;
}
interface GivenBack {
  readonly spendingId: PointsEntryId;
  readonly parts: readonly GivenPart[];
}

interface Books {
  readonly lots: OpenLot[];
  readonly uses: OpenUse[];
  readonly debts: OpenDebt[];
  /** By the entry that gave something back, so that taking that back puts every part where it was. */
  readonly givenBack: Map<PointsEntryId, GivenBack>;
}

/** What ends first is spent first; of two that end together, or never, the older one. */
const byExpiry = (one: OpenLot, other: OpenLot): number => {
  const [left, right] = [one.entry.expiresOn, other.entry.expiresOn];
  return left === right ? 0 : left === null ? 1 : right === null ? -1 : left < right ? -1 : 1;
};

const openLots = ({ lots }: Books): OpenLot[] => lots.filter(({ left }) => left > 0).toSorted(byExpiry);

/** Takes points for an entry: from the lots named first, then from what ends first, and the rest is owed. */
const take = (books: Books, entryId: PointsEntryId, wanted: number, first: readonly OpenLot[] = []): void => {
  let open = wanted;
  for (const lot of [...first, ...openLots(books)]) {
    const part = Math.min(open, lot.left);
    if (part === 0) continue;
    lot.left -= part;
    open -= part;
    books.uses.push({ entryId, lot, points: part });
  }
  if (open > 0) books.debts.push({ entryId, points: open });
};

/** Gives a spending back: what it still owes is forgiven first, then the lots it took from last get theirs. Returns what it never took. */
const giveBack = (books: Books, spendingId: PointsEntryId, wanted: number, by: PointsEntryId): number => {
  let open = wanted;
  const parts: GivenPart[] = [];
  const give = (from: OpenDebt | OpenUse, use: OpenUse | null): void => {
    const part = Math.min(open, from.points);
    if (part === 0) return;
    from.points -= part;
    open -= part;
    if (use !== null) use.lot.left += part;
    parts.push({ use, points: part });
  };
  for (const debt of books.debts.filter(({ entryId }) => entryId === spendingId)) give(debt, null);
  for (const use of books.uses.filter(({ entryId }) => entryId === spendingId).reverse()) give(use, use);
  books.givenBack.set(by, { spendingId, parts });
  return open;
};

/** Takes what was given back to a spending away again: out of the lots it went to, or where those were spent since, as the spending would take it. */
const takeGivenBack = (books: Books, { spendingId, parts }: GivenBack): number => {
  for (const { use, points: part } of parts.toReversed()) {
    const still = use === null ? 0 : Math.min(part, use.lot.left);
    if (use !== null) {
      use.lot.left -= still;
      use.points += still;
    }
    take(books, spendingId, part - still);
  }
  return parts.reduce((sum, { points: part }) => sum + part, 0);
};

/** Whatever is in a lot settles what is owed, the oldest debt first. */
const settle = (books: Books): void => {
  for (const debt of books.debts.filter((one) => one.points > 0))
    for (const lot of openLots(books)) {
      const part = Math.min(debt.points, lot.left);
      if (part === 0) continue;
      debt.points -= part;
      lot.left -= part;
      books.uses.push({ entryId: debt.entryId, lot, points: part });
    }
};

const lotsNamed = (books: Books, id: PointsEntryId | null): OpenLot[] => books.lots.filter(({ entry }) => entry.id === id);

const comeIn = (books: Books, entry: LedgerEntry, spendingId: PointsEntryId | null): void => {
  const left = spendingId === null ? entry.points : giveBack(books, spendingId, entry.points, entry.id);
  if (left > 0) books.lots.push({ entry, left });
  settle(books);
};

const goOut = (books: Books, entry: LedgerEntry): void => {
  const given = entry.reversesId === null ? undefined : books.givenBack.get(entry.reversesId);
  const taken = given === undefined ? 0 : takeGivenBack(books, given);
  take(books, entry.id, 0 - entry.points - taken, lotsNamed(books, entry.reversesId ?? entry.concernsId));
};

/**
 * Reads a customer's ledger in the order it was written. For every history: balance = sum of the entries = what is left in the lots - what
 * is owed, and never both something left and something owed.
 */
export const replayPoints = (entries: readonly LedgerEntry[]): PointsAccount => {
  const books: Books = { lots: [], uses: [], debts: [], givenBack: new Map() };
  let balance = 0;
  for (const entry of entries) {
    balance += entry.points;
    if (entry.points < 0) goOut(books, entry);
    else if (entry.points > 0) comeIn(books, entry, entry.reversesId ?? (entry.kind === 'return' ? entry.concernsId : null));
  }
  return {
    balance: points(balance),
    lots: openLots(books).map(({ entry, left }) => ({
      entryId: entry.id,
      points: entry.points,
      remaining: points(left),
      earnedOn: entry.businessDate,
      expiresOn: entry.expiresOn,
      idleMonths: entry.idleMonths,
    })),
    uses: books.uses
      .filter((use) => use.points > 0)
      .map(({ entryId, lot, points: many }) => ({ entryId, lotId: lot.entry.id, points: points(many) })),
    owed: points(books.debts.reduce((sum, debt) => sum + debt.points, 0)),
  };
};
