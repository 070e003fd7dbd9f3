import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cents, sumCents } from '../../types/amounts.ts';
import { creditEntryId } from '../../types/ids.ts';
import { addDays, localDate } from '../../types/time.ts';
import type { CreditEntry } from './ledger.ts';
import { overdueOf, replayCredit } from './replay.ts';
import { creditLeft, creditTermsOf, goesOffDebt } from './terms.ts';

const idOf = (place: number) => creditEntryId(`0190${String(place).padStart(4, '0')}-0000-7000-8000-000000000000`);
const first = localDate('2026-01-01');
const entry = (place: number, kind: CreditEntry['kind'], amount: number, more: Partial<CreditEntry> = {}): CreditEntry => ({
  id: idOf(place),
  kind,
  cents: cents(amount),
  businessDate: addDays(first, place),
  dueOn: kind === 'charge' ? addDays(first, place + 30) : null,
  visitId: null,
  reversesId: null,
  concernsId: null,
  ...more,
});
const takenBack = (place: number, of: CreditEntry): CreditEntry => entry(place, 'reverse', 0 - of.cents, { reversesId: of.id });
const openOf = (entries: readonly CreditEntry[]) =>
  replayCredit(entries).charges.map(({ entryId, openCents }) => [entryId, openCents]);

describe('the debt, replayed (X50)', () => {
  const [one, two] = [entry(0, 'charge', 100), entry(1, 'charge', 200)];

  it('repays the oldest charge first, and says which', () => {
    const money = entry(2, 'repay', -150);
    expect(openOf([one, two, money])).toEqual([[two.id, 150]]);
    expect(replayCredit([one, two, money]).links.map(({ chargeId, cents: part }) => [chargeId, part])).toEqual([
      [one.id, 100],
      [two.id, 50],
    ]);
    // A visit entered later for an earlier day is the older one.
    const late = entry(3, 'charge', 30, { businessDate: addDays(first, -5) });
    expect(openOf([one, two, late, entry(4, 'repay', -40)])).toEqual([
      [one.id, 90],
      [two.id, 200],
    ]);
  });

  it('takes what came back off its own charge, and moves what had paid for it on to the next', () => {
    const back = entry(2, 'return', -150, { concernsId: two.id });
    expect(openOf([one, two, back])).toEqual([
      [one.id, 100],
      [two.id, 50],
    ]);
    const money = entry(3, 'repay', -110);
    expect(openOf([one, two, back, money])).toEqual([[two.id, 40]]);
    expect(openOf([one, two, back, money, takenBack(4, one)])).toEqual([]);
    expect(replayCredit([one, two, back, money, takenBack(4, one)]).overCents).toBe(60);
  });

  it('what is past its day is overdue, from the day after', () => {
    const { charges } = replayCredit([one, two]);
    expect([29, 30, 31, 32].map((days) => overdueOf(charges, addDays(first, days)))).toEqual([0, 0, 100, 300]);
  });

  const step = fc.record({
    what: fc.constantFrom('charge', 'repay', 'write_off', 'return', 'reverse'),
    amount: fc.integer({ min: 1, max: 500 }),
    at: fc.nat(200),
    day: fc.integer({ min: -20, max: 60 }),
  });
  type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;
  /** The next entry as the store would write it: the debt never falls below nothing. */
  const written = (steps: readonly Step[]): CreditEntry[] => {
    const entries: CreditEntry[] = [];
    for (const { what, amount, at, day } of steps) {
      const { owedCents, charges } = replayCredit(entries);
      const place = entries.length;
      const businessDate = addDays(first, day);
      if (what === 'charge') entries.push(entry(place, what, amount, { businessDate, dueOn: addDays(businessDate, 30) }));
      const most = Math.min(amount, owedCents);
      if ((what === 'repay' || what === 'write_off') && most > 0) entries.push(entry(place, what, 0 - most, { businessDate }));
      const charge = charges[at % Math.max(1, charges.length)];
      if (what === 'return' && charge)
        entries.push(entry(place, what, 0 - Math.min(amount, charge.openCents), { concernsId: charge.entryId, businessDate }));
      const gone = new Set(entries.flatMap(({ reversesId }) => reversesId ?? []));
      const standing = entries.filter(({ id, kind }) => kind !== 'reverse' && !gone.has(id));
      const chosen = standing[at % Math.max(1, standing.length)];
      const isHeld = standing.some(({ concernsId }) => concernsId === chosen?.id);
      if (what === 'reverse' && chosen && !isHeld && owedCents - chosen.cents >= 0) entries.push(takenBack(place, chosen));
    }
    return entries;
  };
  const histories = fc.array(step, { maxLength: 60 }).map(written);

  test.prop([histories])('owed = sum of the ledger = what is open; nothing is over, no link exceeds its charge', (entries) => {
    const account = replayCredit(entries);
    expect(account.owedCents).toBe(sumCents(entries.map((one) => one.cents)));
    expect(sumCents(account.charges.map(({ openCents }) => openCents))).toBe(account.owedCents);
    expect(account.overCents).toBe(0);
    for (const { chargedCents, openCents } of account.charges) expect(openCents > 0 && openCents <= chargedCents).toBe(true);
    const paid = entries.filter(
      ({ kind, id }) => ['repay', 'write_off'].includes(kind) && !entries.some((x) => x.reversesId === id),
    );
    expect(sumCents(account.links.map((link) => link.cents)) + sumCents(paid.map((one) => one.cents))).toBe(0);
  });

  test.prop([histories, fc.nat(200)])('taking back the last thing that was done leaves all as it was', (entries, at) => {
    const before = entries.slice(0, at % Math.max(1, entries.length));
    const { owedCents } = replayCredit(before);
    for (const next of [entry(900, 'charge', 70), ...(owedCents > 0 ? [entry(900, 'repay', 0 - owedCents)] : [])]) {
      const after = replayCredit([...before, next, takenBack(901, next)]);
      expect(after).toEqual(replayCredit(before));
    }
  });

  test.prop([histories, histories])('two ledgers joined and parted again say what they said', (one_, other) => {
    const moved = other.map((each) => {
      const away = (id: CreditEntry['id'] | null) => (id === null ? null : creditEntryId(id.replace('0190', '0290')));
      return {
        ...each,
        id: creditEntryId(each.id.replace('0190', '0290')),
        reversesId: away(each.reversesId),
        concernsId: away(each.concernsId),
      };
    });
    const both = replayCredit([...one_, ...moved]);
    expect(both.owedCents).toBe(replayCredit(one_).owedCents + replayCredit(moved).owedCents);
    expect(both.overCents).toBe(0);
  });
});

describe('how much may be owed', () => {
  it('is what is set for the customer, or for everyone, less what is owed; never below nothing', () => {
    const shop = { limitCents: cents(500), termDays: 30 };
    expect(creditTermsOf({ limitCents: null, termDays: 7 }, shop)).toEqual({ limitCents: 500, termDays: 7 });
    expect(creditTermsOf({ limitCents: cents(0), termDays: null }, shop)).toEqual({ limitCents: 0, termDays: 30 });
    expect(creditLeft(cents(300), cents(500))).toBe(200);
    expect(creditLeft(cents(600), cents(500))).toBe(0);
  });

  it('a return takes off what would be given back in money, at most what is open of its visit', () => {
    expect([goesOffDebt(cents(80), cents(50)), goesOffDebt(cents(30), cents(50)), goesOffDebt(cents(30), cents(-5))]).toEqual([
      50, 30, 0,
    ]);
  });
});
