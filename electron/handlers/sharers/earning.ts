import type { OutputOf } from '../../../shared/contract.ts';
import { points } from '../../../shared/types/amounts.ts';
import type { Points } from '../../../shared/types/amounts.ts';
import type { CustomerId, VisitId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { customerState } from '../../store/references.ts';
import { insertSharedEarning, listSharedEarnings } from '../../store/sharedEarnings.ts';
import type { SharedEarning } from '../../store/sharedEarnings.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';
import { takeValueBack } from '../loyalty/giveValue.ts';
import { appendToLedger } from '../loyalty/ledger.ts';
import type { PurseAtVisit } from './purse.ts';

// Who earns at a visit that somebody else's purse pays for (X55): whoever visits, or whose purse it is, as the shop has it.

const reasons = { 'zh-CN': '副卡消费', en: 'A sharer’s visit' } as const;

/** Who earns at a visit. Somebody who is gone earns nothing: then it is whoever visits. */
export const earnerAt = (context: BaseContext, customerId: CustomerId, purse: PurseAtVisit): CustomerId =>
  purse.isShared &&
  context.settings().sharedVisitEarner === 'owner' &&
  customerState(context.database, purse.customerId) === 'present'
    ? purse.customerId
    : customerId;

/** What a sale earned somebody else; undefined for nothing that stands, or somebody who is erased. */
export const earnedForOther = ({ database }: Pick<BaseContext, 'database'>, saleId: VisitId): SharedEarning | undefined =>
  listSharedEarnings(database, saleId).find((entry) => entry.points > 0);

/** Who earns what is taken in exchange: whoever earned what it is taken for. */
export const earnerOfSale = (context: BaseContext, saleId: VisitId, customerId: CustomerId): CustomerId => {
  const earnerId = earnedForOther(context, saleId)?.customerId;
  return earnerId !== undefined && customerState(context.database, earnerId) === 'present' ? earnerId : customerId;
};

interface OtherEarns {
  readonly earnerId: CustomerId;
  readonly visitId: VisitId;
  readonly businessDate: LocalDate;
  readonly points: Points;
}

const moved = (context: StoreContext, customerIds: readonly CustomerId[]): void => {
  if (customerIds.length > 0) context.audited({}, { customerIds: [...customerIds] });
  for (const customerId of customerIds) factRecorded(context, customerId, ['points']);
};

/** Gives somebody else what a visit earned, spendable at once. */
export const earnForOther = (context: StoreContext, { earnerId, visitId, businessDate, points: earned }: OtherEarns): void => {
  const reason = reasons[context.settings().language];
  const entry = { customerId: earnerId, kind: 'adjust', points: earned, reason, businessDate, isByItself: true } as const;
  insertSharedEarning(context.database, visitId, appendToLedger(context, entry));
  moved(context, [earnerId]);
};

/** Takes from them what lines that come back had earned them. */
export const takeFromOther = (
  context: StoreContext,
  { saleId, visitId, points: taken }: { readonly saleId: VisitId; readonly visitId: VisitId; readonly points: Points },
): void => {
  const sale = earnedForOther(context, saleId);
  if (sale === undefined || taken === 0) return;
  const { customerId, entryId: concernsId } = sale;
  const reason = reasons[context.settings().language];
  const entry = { customerId, kind: 'return', points: points(0 - taken), reason, concernsId, isByItself: true } as const;
  insertSharedEarning(context.database, visitId, appendToLedger(context, entry));
  moved(context, [customerId]);
};

/** Takes back whatever a visit, or a return, moved in somebody else's points: the last first. */
export const takeOtherBack = (context: StoreContext, visitId: VisitId): void => {
  const entries = listSharedEarnings(context.database, visitId).toReversed();
  const owners = entries.flatMap(({ entryId }) => takeValueBack(context, { entryId, couponId: null }));
  moved(context, [...new Set(owners)]);
};

/** What a visit earned somebody else, for its notice and its page; null for nothing. */
export const sharedEarningOfVisit = (context: BaseContext, visitId: VisitId): OutputOf<'visits.findById'>['sharedEarning'] => {
  const earned = earnedForOther(context, visitId);
  return earned === undefined ? null : { customerId: earned.customerId, name: earned.name, points: earned.points };
};
