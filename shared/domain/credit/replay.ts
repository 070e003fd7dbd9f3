import { cents, sumCents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';
import type { CreditEntryId, VisitId } from '../../types/ids.ts';
import type { LocalDate } from '../../types/time.ts';
import type { CreditEntry } from './ledger.ts';

// The debt read from its entries. What was taken back never was; of the rest each repayment goes to the oldest charge that is still open. So the
// same entries in any order say the same, and two ledgers that are joined and parted again say what they said before.

/** A charge of which something is still owed. */
export interface OpenCharge {
  readonly entryId: CreditEntryId;
  readonly visitId: VisitId | null;
  readonly chargedOn: LocalDate;
  readonly dueOn: LocalDate;
  /** What it came to, less what came back of it. */
  readonly chargedCents: Cents;
  readonly openCents: Cents;
}

/** How much of a repayment or a write-off paid for which charge. */
export interface CreditLink {
  readonly byId: CreditEntryId;
  readonly chargeId: CreditEntryId;
  readonly chargedOn: LocalDate;
  readonly cents: Cents;
}

export interface CreditAccount {
  /** Sum of the entries = what is open - what is over. */
  readonly owedCents: Cents;
  /** The oldest first: in this order they are repaid. */
  readonly charges: readonly OpenCharge[];
  readonly links: readonly CreditLink[];
  /** Paid without anything to pay for: nothing in every ledger that the shop wrote itself. */
  readonly overCents: Cents;
}

interface Charge extends OpenCharge {
  openCents: Cents;
}

/** The charges that stand, less what came back of each, the oldest first; of one day in the order in which they were written. */
const chargesOf = (standing: readonly CreditEntry[]): Charge[] =>
  standing
    .filter(({ kind }) => kind === 'charge')
    .map((entry) => {
      const back = standing.filter(({ kind, concernsId }) => kind === 'return' && concernsId === entry.id);
      const left = cents(Math.max(0, entry.cents + sumCents(back.map((one) => one.cents))));
      const { id: entryId, visitId, businessDate: chargedOn } = entry;
      return { entryId, visitId, chargedOn, dueOn: entry.dueOn ?? chargedOn, chargedCents: left, openCents: left };
    })
    .map((charge, place) => ({ charge, place }))
    .sort((one, other) => {
      if (one.charge.chargedOn === other.charge.chargedOn) return one.place - other.place;
      return one.charge.chargedOn < other.charge.chargedOn ? -1 : 1;
    })
    .map(({ charge }) => charge);

/** Reads a customer's ledger, in the order it was written. */
export const replayCredit = (entries: readonly CreditEntry[]): CreditAccount => {
  const takenBack = new Set(entries.flatMap(({ reversesId }) => reversesId ?? []));
  const standing = entries.filter(({ id, kind }) => kind !== 'reverse' && !takenBack.has(id));
  const owedCents = sumCents(entries.map((entry) => entry.cents));
  const charges = chargesOf(standing);
  const links: CreditLink[] = [];
  let at = 0;
  for (const { id, kind, cents: change } of standing) {
    if (kind !== 'repay' && kind !== 'write_off') continue;
    let left = 0 - change;
    for (let charge = charges[at]; left > 0 && charge !== undefined; charge = charges[at]) {
      const part = Math.min(left, charge.openCents);
      if (part > 0) {
        charge.openCents = cents(charge.openCents - part);
        left -= part;
        links.push({ byId: id, chargeId: charge.entryId, chargedOn: charge.chargedOn, cents: cents(part) });
      }
      if (charge.openCents === 0) at += 1;
    }
  }
  const open = charges.filter(({ openCents }) => openCents > 0);
  return { owedCents, charges: open, links, overCents: cents(sumCents(open.map(({ openCents }) => openCents)) - owedCents) };
};

/** What of the open charges is past its day. */
export const overdueOf = (charges: readonly Pick<OpenCharge, 'dueOn' | 'openCents'>[], today: LocalDate): Cents =>
  sumCents(charges.filter(({ dueOn }) => dueOn < today).map(({ openCents }) => openCents));
