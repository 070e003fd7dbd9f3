import type { OutputOf } from '../../../shared/contract.ts';
import type { CustomerId, VisitId } from '../../../shared/types/ids.ts';
import { addDays, dateParts } from '../../../shared/types/time.ts';
import { listBirthdaysWithoutCoupon, listCouponsIssuedBy, listStandingCouponEntries } from '../../store/coupons.ts';
import { listCouponTypes } from '../../store/couponTypes.ts';
import { recordAudit } from '../audit/record.ts';
import { isClockBehind } from '../clock.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import { valuesMoved } from '../valuesMoved.ts';
import { issueCoupon, replayOf } from './ledger.ts';
import { takeLeftBack } from './takeBack.ts';
import type { FoundCouponType } from './types.ts';

// Coupons that come by themselves: with the birthday (R083), and with every purchase for the next one (X64).

const typesOf = ({ database }: BaseContext, occasion: FoundCouponType['occasion']): FoundCouponType[] =>
  listCouponTypes(database)
    .filter((type) => type.occasion === occasion && !type.isArchived)
    .map((type) => ({ ...type, isOwn: true }));

/** What a purchase brings for the next one: it counts from tomorrow on. */
export const issueForNextVisit = (context: StoreContext, customerId: CustomerId, visitId: VisitId): void => {
  const types = typesOf(context, 'next_visit');
  const fromOn = addDays(context.today(), 1);
  for (const type of types) issueCoupon(context, { customerId, type, reason: null, visitId, fromOn, isOccasion: true });
  if (types.length > 0) context.changed(['coupons'], [customerId]);
};

/** Takes back what a visit brought: as much of it as was not used meanwhile. */
export const takeIssuedBack = (context: StoreContext, customerId: CustomerId, visitId: VisitId): void => {
  const issued = listStandingCouponEntries(context.database, visitId).filter(({ kind }) => kind === 'issue');
  for (const { couponId } of issued) takeLeftBack(context, { id: couponId }, visitId);
  if (issued.length > 0) context.changed(['coupons'], [customerId]);
};

/** The coupons that a visit brought and that were not taken back. */
export const issuedBy = (context: BaseContext, visitId: VisitId): OutputOf<'visits.findById'>['issuedCoupons'] =>
  listCouponsIssuedBy(context.database, visitId)
    .filter(({ id }) => !replayOf(context, id).isVoid)
    .map(({ name, number, terms, fromOn, expiresOn }) => ({ name, number, text: terms.text, fromOn, expiresOn }));

/** So many at a time: nobody at the desk waits for a whole month's birthdays. */
const AT_A_TIME = 50;

/**
 * Issues the birthday coupon to whomever the reminder of their birthday has come, once a year a person, whatever became of it (R083). Its days
 * count from the birthday. Not while the clock is behind the last entry (R7). Returns whether more is waiting.
 */
export const issueBirthdayCoupons = (context: StoreContext): { readonly isMore: boolean } => {
  const [type] = typesOf(context, 'birthday');
  if (type === undefined || isClockBehind(context)) return { isMore: false };
  const people = listBirthdaysWithoutCoupon(context.database, AT_A_TIME);
  if (people.length === 0) return { isMore: false };
  for (const { customerId, on } of people) {
    const occasionYear = dateParts(on).year;
    issueCoupon(context, { customerId, type, reason: null, occasionYear, countsFrom: on, isOccasion: true });
  }
  const customerIds = people.map(({ customerId }) => customerId);
  recordAudit(context, { operation: 'coupons.issueForBirthdays', kind: 'value', customerIds, details: { coupon: type.name } });
  valuesMoved(context, 'coupons', customerIds);
  return { isMore: people.length === AT_A_TIME };
};
