import { cents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';
import type { StoredValueEntryId } from '../../types/ids.ts';
import type { LocalDate } from '../../types/time.ts';
import { addPurses, emptyPurse, purse } from './purse.ts';
import type { Purse, StoredValueKind } from './purse.ts';

// The ledger of stored value read from its first entry to its last: which top-ups have something left, and how old that is. The entries are
// all there is; what is open follows from them, principal and gift each for itself, the oldest first.

/** An entry of the ledger as the replay needs it, in the order they were written. */
export interface StoredValueEntry extends Purse {
  readonly id: StoredValueEntryId;
  readonly kind: StoredValueKind;
  readonly businessDate: LocalDate;
  /** The entry it takes back as a whole. */
  readonly reversesId: StoredValueEntryId | null;
  /** The spending that a return gives back to. */
  readonly concernsId: StoredValueEntryId | null;
  /** Of what somebody else gave: when it came in first. Absent or null: that day. */
  readonly cameOn?: LocalDate | null;
}

/** Value that came in together, and what is left of it. */
export interface StoredLot extends Purse {
  readonly entryId: StoredValueEntryId;
  readonly cameOn: LocalDate;
  readonly left: Purse;
}

export interface StoredAccount {
  /** Sum of the entries = what is left in the lots - what is missing. */
  readonly balance: Purse;
  /** Those with something left, the oldest first: in this order they are spent. */
  readonly lots: readonly StoredLot[];
  /** Taken without cover: nothing in every ledger that the shop wrote itself. */
  readonly missing: Purse;
}

interface Movement {
  readonly id: StoredValueEntryId;
  readonly amount: number;
  /** Coming in: the entry whose takings it gives back. */
  readonly givesBackTo: StoredValueEntryId | null;
  /** Going out: the entry whose bringings it takes first. */
  readonly takesFrom: StoredValueEntryId | null;
}
interface Lot {
  readonly id: StoredValueEntryId;
  left: number;
}
interface Use {
  readonly by: StoredValueEntryId;
  /** Null: nothing covered it. */
  readonly lot: Lot | null;
  amount: number;
}
/** What an entry gave back: to which taking, and into which lots how much. */
interface GivenBack {
  readonly to: StoredValueEntryId;
  readonly parts: readonly { readonly lot: Lot; readonly amount: number }[];
}
interface Pool {
  readonly lots: Lot[];
  readonly uses: Use[];
  /** By the entry that gave it back, so that taking that back finds the same lots again. */
  readonly givenBack: Map<StoredValueEntryId, GivenBack>;
}

/** Takes of what is named first as much as is named, then of the oldest lots; the rest is not covered. */
const takeFrom = (pool: Pool, by: StoredValueEntryId, wanted: number, first: GivenBack['parts']): void => {
  let open = wanted;
  for (const { lot, amount } of [...first, ...pool.lots.map((one) => ({ lot: one, amount: wanted }))]) {
    const part = Math.min(open, amount, lot.left);
    if (part <= 0) continue;
    lot.left -= part;
    open -= part;
    pool.uses.push({ by, lot, amount: part });
  }
  if (open > 0) pool.uses.push({ by, lot: null, amount: open });
};

/** Gives takings back, the last first, what nothing covered before all; returns what was never taken. */
const giveBack = (pool: Pool, to: StoredValueEntryId, wanted: number, by: StoredValueEntryId): number => {
  let open = wanted;
  const parts: { lot: Lot; amount: number }[] = [];
  const own = pool.uses.filter((use) => use.by === to).reverse();
  for (const use of [...own.filter(({ lot }) => lot === null), ...own.filter(({ lot }) => lot !== null)]) {
    const part = Math.min(open, use.amount);
    if (part <= 0) continue;
    use.amount -= part;
    open -= part;
    if (use.lot === null) continue;
    use.lot.left += part;
    parts.push({ lot: use.lot, amount: part });
  }
  pool.givenBack.set(by, { to, parts });
  return open;
};

/** What comes in covers first what was taken without cover. */
const settle = (pool: Pool): void => {
  for (const use of pool.uses.filter(({ lot, amount }) => lot === null && amount > 0)) {
    const { amount } = use;
    const there = pool.lots.reduce((sum, { left }) => sum + left, 0);
    use.amount = Math.max(0, amount - there);
    takeFrom(pool, use.by, Math.min(amount, there), []);
  }
};

const replayPool = (movements: readonly Movement[]): Pool => {
  const pool: Pool = { lots: [], uses: [], givenBack: new Map() };
  for (const { id, amount, givesBackTo, takesFrom } of movements) {
    if (amount > 0) {
      const left = givesBackTo === null ? amount : giveBack(pool, givesBackTo, amount, id);
      if (left > 0) pool.lots.push({ id, left });
      settle(pool);
    } else if (amount < 0) {
      const wanted = 0 - amount;
      const given = takesFrom === null ? undefined : pool.givenBack.get(takesFrom);
      const own = pool.lots.filter((lot) => lot.id === takesFrom).map((lot) => ({ lot, amount: wanted }));
      // Whoever takes back what a return gave back makes it a part of that spending again.
      takeFrom(pool, given?.to ?? id, wanted, [...own, ...(given?.parts ?? [])]);
    }
  }
  return pool;
};

const missingOf = ({ uses }: Pool): Cents => cents(uses.reduce((sum, { lot, amount }) => (lot === null ? sum + amount : sum), 0));

/**
 * Reads a customer's ledger in the order it was written. For every history, of principal and of gift: balance = sum of the entries = what is
 * left in the lots - what is missing, and never both something left and something missing.
 */
export const replayStoredValue = (entries: readonly StoredValueEntry[]): StoredAccount => {
  const poolOf = (part: keyof Purse): Pool =>
    replayPool(
      entries.map((entry) => ({
        id: entry.id,
        amount: entry[part],
        givesBackTo: entry.reversesId ?? (entry.kind === 'return' ? entry.concernsId : null),
        takesFrom: entry.reversesId,
      })),
    );
  const [principal, gift] = [poolOf('principalCents'), poolOf('giftCents')];
  const leftIn = (pool: Pool): Map<string, number> => new Map(pool.lots.map(({ id, left }) => [id, left]));
  const [principalLeft, giftLeft] = [leftIn(principal), leftIn(gift)];
  return {
    balance: entries.reduce<Purse>(addPurses, emptyPurse),
    lots: entries.flatMap(({ id, businessDate, cameOn, principalCents, giftCents }) => {
      const left = { principalCents: cents(principalLeft.get(id) ?? 0), giftCents: cents(giftLeft.get(id) ?? 0) };
      if (left.principalCents === 0 && left.giftCents === 0) return [];
      // A correction can bring in one of the two and take of the other.
      const came = purse(Math.max(0, principalCents), Math.max(0, giftCents));
      return [{ entryId: id, cameOn: cameOn ?? businessDate, ...came, left }];
    }),
    missing: { principalCents: missingOf(principal), giftCents: missingOf(gift) },
  };
};
