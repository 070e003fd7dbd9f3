import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { commissionRuleFor, commissionShares, commissionSheet } from '../../../shared/domain/commissions/commissions.ts';
import type { CommissionRule } from '../../../shared/domain/commissions/commissions.ts';
import { cents, sumCents } from '../../../shared/types/amounts.ts';
import { monthEnd, monthStart } from '../../../shared/types/time.ts';
import { listCommissionRules } from '../../store/commissionRules.ts';
import { listCommissionItems } from '../../store/commissions.ts';
import { listStaff } from '../../store/staff.ts';
import type { BaseContext } from '../context.ts';

const standingRules = ({ database }: BaseContext): CommissionRule[] =>
  listCommissionRules(database).filter(({ isArchived }) => !isArchived);

/** What each person sold, did and gets in a month (X69), whoever gets most first and what nobody is named for last. */
export const sheetOfMonth = (
  context: BaseContext,
  { month }: HandlerInput<'commissions.sheet'>,
): OutputOf<'commissions.sheet'> => {
  const between = { from: monthStart(month), to: monthEnd(month) };
  const rules = standingRules(context);
  const names = new Map(listStaff(context.database, true).map(({ id, name }) => [id, name]));
  const sheet = commissionSheet(rules, listCommissionItems(context.database, between));
  const rows = [...sheet].map(([staffId, sums]) => ({
    staffId,
    name: staffId === null ? null : (names.get(staffId) ?? null),
    sums,
    commissionCents: sumCents(Object.values(sums).map(({ commissionCents }) => commissionCents)),
  }));
  return {
    ...between,
    hasRules: rules.length > 0,
    rows: rows.toSorted(
      (one, other) =>
        Number(one.staffId === null) - Number(other.staffId === null) || other.commissionCents - one.commissionCents,
    ),
    commissionCents: sumCents(rows.map((row) => (row.staffId === null ? cents(0) : row.commissionCents))),
  };
};

/** What one person's figures of a month are made of, the latest first. */
export const itemsOfMonth = (
  context: BaseContext,
  { month, staffId, offset, limit }: HandlerInput<'commissions.items'>,
): OutputOf<'commissions.items'> => {
  const rules = standingRules(context);
  const own = listCommissionItems(context.database, { from: monthStart(month), to: monthEnd(month) })
    .filter(({ staffIds }) => (staffId === null ? staffIds.length === 0 : staffIds.includes(staffId)))
    .toSorted((one, other) => (one.on === other.on ? 0 : one.on < other.on ? 1 : -1));
  return {
    total: own.length,
    rows: own.slice(offset, offset + limit).map((entry) => {
      const share = commissionShares(rules, entry).find((one) => one.staffId === staffId);
      return {
        kind: entry.kind,
        on: entry.on,
        what: entry.what,
        visitId: entry.visitId,
        receiptNumber: entry.receiptNumber,
        customerId: entry.customerId,
        customerName: entry.customerName,
        baseCents: share?.baseCents ?? cents(0),
        commissionCents: share?.commissionCents ?? cents(0),
        sharedBy: entry.staffIds.length,
        ruleName: commissionRuleFor(rules, entry)?.name ?? null,
      };
    }),
  };
};
